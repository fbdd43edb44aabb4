package org.spoolbot.engine.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import org.eclipse.jetty.server.Request;

/** Counts requests by who answered and how it ended. Paths can hold secrets and are never a label. */
final class RequestMeters {
    private static final String WHO = RequestMeters.class.getName();
    private static final String NOBODY = "none";

    private final MeterRegistry registry;

    @Inject
    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Notes who answers the request. */
    static void note(Request request, String who) {
        request.setAttribute(WHO, who);
    }

    void answered(Request request, int status) {
        String who = request.getAttribute(WHO) instanceof String noted ? noted : NOBODY;
        Counter.builder("spoolbot.http.requests")
                .description("Requests by the plugin that answered and the class of the status")
                .tag("plugin", who)
                .tag("status", status / 100 + "xx")
                .register(registry)
                .increment();
    }
}
