package org.spoolbot.providers.sandbox.task;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what callers did, so that a test can prove that nothing was sent twice. Bounded; the oldest prompts are forgotten first. */
public final class Recorder {

    private final Map<String, Integer> createsByPrompt;
    private final Map<String, Integer> createsByClientRequestId;
    private final Map<String, Long> counts = new TreeMap<>();

    /**
     * A recorder.
     *
     * @param capacity the most prompts it remembers
     */
    public Recorder(int capacity) {
        createsByPrompt = bounded(capacity);
        createsByClientRequestId = bounded(capacity);
    }

    private static Map<String, Integer> bounded(int capacity) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                return size() > capacity;
            }
        };
    }

    /**
     * Counts a create call.
     *
     * @param prompt the text that was sent, with its instructions
     * @param clientRequestId the caller's own name for the call, may be empty
     * @return how many create calls had this text, with this one
     */
    public synchronized int countCreate(String prompt, String clientRequestId) {
        count("creates");
        if (!clientRequestId.isEmpty()) {
            createsByClientRequestId.merge(clientRequestId, 1, Integer::sum);
        }
        return createsByPrompt.merge(prompt, 1, Integer::sum);
    }

    /**
     * Counts anything.
     *
     * @param what its name
     */
    public synchronized void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /**
     * How many create calls had a text.
     *
     * @param prompt the text as it was sent, with its instructions
     * @return the number
     */
    public synchronized int createsOf(String prompt) {
        return createsByPrompt.getOrDefault(prompt, 0);
    }

    /**
     * How many create calls bore a name that the caller gave them.
     *
     * @param clientRequestId the value of {@code X-Client-Request-Id}
     * @return the number
     */
    public synchronized int createsWithId(String clientRequestId) {
        return createsByClientRequestId.getOrDefault(clientRequestId, 0);
    }

    /**
     * Every counter.
     *
     * @return a copy
     */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
