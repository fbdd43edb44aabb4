package org.spoolbot.providers.http;

import okhttp3.Call;
import okhttp3.EventListener;

/** Tells whether a request began to leave: only before that it may be repeated. */
final class SentWatch extends EventListener {
    private volatile boolean sent;

    @Override
    public void requestHeadersStart(Call call) {
        sent = true;
    }

    boolean sent() {
        return sent;
    }
}
