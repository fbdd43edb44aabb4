package org.spoolbot.engine.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.engine.health.ReadinessCheck;

/** What machines ask of the server. */
final class HealthPages {
    private static final Logger LOG = LoggerFactory.getLogger(HealthPages.class);

    private final List<ReadinessCheck> checks;
    private final MeterRegistry meters;

    @Inject
    HealthPages(Set<ReadinessCheck> checks, MeterRegistry meters) {
        this.checks = checks.stream().sorted(Comparator.comparing(ReadinessCheck::name)).toList();
        this.meters = meters;
    }

    /** The page of that path, if it is one of ours. */
    Optional<HttpResponse> page(String path) {
        return switch (path) {
            case "/healthz" -> Optional.of(fresh(HttpResponse.json(200, "{\"alive\":true}")));
            case "/readyz" -> Optional.of(readiness());
            case "/metrics" -> Optional.of(metrics());
            default -> Optional.empty();
        };
    }

    private HttpResponse readiness() {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        boolean ready = true;
        for (ReadinessCheck check : checks) {
            ReadinessCheck.Outcome outcome = look(check);
            ready &= outcome.ready();
            lines.addObject().put("name", check.name()).put("ready", outcome.ready()).put("detail", outcome.detail());
        }
        page.put("ready", ready).set("checks", lines);
        return fresh(HttpResponse.json(ready ? 200 : 503, page.toString()));
    }

    private static ReadinessCheck.Outcome look(ReadinessCheck check) {
        try {
            return check.look();
        } catch (RuntimeException | LinkageError fault) {
            LOG.error("the readiness check {} failed", check.name(), fault);
            return new ReadinessCheck.Outcome(false, "the check itself failed; see the log");
        }
    }

    private HttpResponse metrics() {
        return meters instanceof PrometheusMeterRegistry prometheus
                ? fresh(HttpResponse.text(200, "text/plain; version=0.0.4; charset=utf-8", prometheus.scrape()))
                : Exchange.error(404, "Metrics are not kept.");
    }

    private static HttpResponse fresh(HttpResponse page) {
        return page.with("Cache-Control", "no-store");
    }
}
