package org.spoolbot.discord.inbound;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Counts how often an acknowledgement really went out. If its answer was lost and it went out again, Discord refuses the second as already
 * given: that was ourselves, and no other process. To be added to JDA's client as a network interceptor. Thread-safe.
 */
public final class Attempts implements Interceptor {
    static final int MOST = 4_096;

    private final SequencedMap<String, Integer> counts = new LinkedHashMap<>();

    /** Has counted nothing. */
    public Attempts() {}

    @Override
    public Response intercept(Chain chain) throws IOException {
        List<String> path = chain.request().url().pathSegments();
        int size = path.size();
        if (size >= 4 && path.get(size - 1).equals("callback") && path.get(size - 4).equals("interactions")) {
            count(path.get(size - 3));
        }
        return chain.proceed(chain.request());
    }

    /** Whether the acknowledgement of that interaction went out more than once. */
    synchronized boolean repeated(String interactionId) {
        return counts.getOrDefault(interactionId, 0) > 1;
    }

    private synchronized void count(String interactionId) {
        counts.merge(interactionId, 1, Integer::sum);
        if (counts.size() > MOST) {
            counts.pollFirstEntry();
        }
    }
}
