package org.spoolbot.providers.sandbox.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.task.Dialect;

/** Reads {@code {"dialect":…, "prompt":…, "times":…, "directives":[…]}}; what is misspelt is refused, not ignored. */
final class MisbehaviourRequest {

    private static final Set<String> FIELDS = Set.of("dialect", "prompt", "times", "directives");
    private static final int MOST_TIMES = 1_000_000;

    private MisbehaviourRequest() {}

    static Misbehaviours.Rule rule(JsonNode body) throws RefusedRequest {
        if (!body.isObject()) {
            throw wrong("body", "an object is expected");
        }
        for (String field : (Iterable<String>) body::fieldNames) {
            if (!FIELDS.contains(field)) {
                throw wrong(field, "there is no such field");
            }
        }
        int times = body.path("times").asInt(body.has("times") ? 0 : 1);
        if (times < 1 || times > MOST_TIMES) {
            throw wrong("times", "a whole number from 1 is expected");
        }
        return new Misbehaviours.Rule(dialect(body), body.path("prompt").asText(""), times, directives(body.path("directives")));
    }

    private static Optional<Dialect> dialect(JsonNode body) throws RefusedRequest {
        if (!body.has("dialect")) {
            return Optional.empty();
        }
        Optional<Dialect> dialect = Dialect.of(body.get("dialect").asText());
        if (dialect.isEmpty()) {
            throw wrong("dialect", "there is no such dialect");
        }
        return dialect;
    }

    private static List<String> directives(JsonNode list) throws RefusedRequest {
        List<String> directives = new ArrayList<>();
        list.forEach(item -> directives.add(item.asText()));
        List<String> faults = Directives.parse("").with(directives).faults();
        if (directives.isEmpty() || !faults.isEmpty()) {
            throw wrong("directives", directives.isEmpty() ? "a list is expected" : faults.getFirst());
        }
        return List.copyOf(directives);
    }

    private static RefusedRequest wrong(String field, String reason) {
        return new RefusedRequest(invalid(field, reason));
    }

    static Fault invalid(String field, String reason) {
        return new Fault(400, "invalid", field + ": " + reason, field, "");
    }
}
