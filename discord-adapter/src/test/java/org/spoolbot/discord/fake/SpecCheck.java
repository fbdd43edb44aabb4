package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds traffic, both ways, against Discord's published descriptions; without these it finds nothing. */
final class SpecCheck {
    private final Optional<Specs> specs = Specs.loaded();
    private final Violations violations;

    SpecCheck(Violations violations) {
        this.violations = violations;
    }

    /** A request below {@code /api/v10}; the path may have a query; a multipart body as its {@code payload_json}. */
    void request(String method, String path, @Nullable JsonNode body) {
        specs.ifPresent(known -> report("request " + method + " " + pathOf(path), request(known.rest(), method, path, body)));
    }

    private static List<String> request(RestSpec rest, String method, String path, @Nullable JsonNode body) {
        Optional<RestSpec.Operation> operation = rest.operation(method, pathOf(path));
        if (operation.isEmpty()) {
            return List.of("no such route");
        }
        List<String> faults = operation.get().faultsOfQuery(queryOf(path));
        return faults.isEmpty() ? operation.get().faultsOfBody(body == null ? null : JdaCoercions.asDescribed(body)) : faults;
    }

    /** A 2xx answer. */
    void answer(String method, String path, int status, @Nullable JsonNode body) {
        specs.flatMap(known -> known.rest().operation(method, pathOf(path)))
                .ifPresent(operation -> report("answer to " + method + " " + pathOf(path), operation.faultsOfAnswer(status, body)));
    }

    /** An event, as the {@code d} of its payload. */
    void event(String type, JsonNode data) {
        specs.ifPresent(known -> report("event " + type, known.gateway().faultsOfEvent(type, data)));
    }

    /** A whole IDENTIFY. */
    void identify(JsonNode payload) {
        specs.ifPresent(known -> report("IDENTIFY", known.gateway().faultsOfIdentify(payload)));
    }

    private void report(String where, List<String> faults) {
        if (!faults.isEmpty()) {
            violations.add(where + ": " + String.join("; ", faults));
        }
    }

    private static String pathOf(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static String queryOf(String target) {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }
}
