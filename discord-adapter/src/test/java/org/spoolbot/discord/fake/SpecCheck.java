package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds traffic, both ways, against Discord's published descriptions; without these it finds nothing. */
final class SpecCheck {
    private final Optional<Specs> specs = Specs.loaded();
    private final Violations violations;
    private volatile boolean checking = true;

    SpecCheck(Violations violations) {
        this.violations = violations;
    }

    void check(boolean check) {
        checking = check;
    }

    private Optional<Specs> specs() {
        return specs.filter(known -> checking);
    }

    /** A request, its path below {@code /api/v10}; a multipart body as its {@code payload_json}. */
    void request(String method, String path, Map<String, String> query, @Nullable JsonNode body) {
        specs().ifPresent(known -> report("request " + method + " " + path, faults(known.rest(), method, path, query, body)));
    }

    private static List<String> faults(RestSpec rest, String method, String path, Map<String, String> query, @Nullable JsonNode body) {
        Optional<RestSpec.Operation> operation = rest.operation(method, path);
        if (operation.isEmpty()) {
            return List.of("no such route");
        }
        List<String> faults = new ArrayList<>(operation.get().faultsOfQuery(query));
        faults.addAll(operation.get().faultsOfBody(body == null ? null : JdaCoercions.asDescribed(body)));
        return faults;
    }

    /** A 2xx answer. */
    void answer(String method, String path, int status, @Nullable JsonNode body) {
        specs().flatMap(known -> known.rest().operation(method, path))
                .ifPresent(operation -> report("answer to " + method + " " + path, operation.faultsOfAnswer(status, body)));
    }

    /** An event, as the {@code d} of its payload. */
    void event(String type, JsonNode data) {
        specs().ifPresent(known -> report("event " + type, known.gateway().faultsOfEvent(type, data)));
    }

    /** A whole IDENTIFY. */
    void identify(JsonNode payload) {
        specs().ifPresent(known -> report("IDENTIFY", known.gateway().faultsOfIdentify(payload)));
    }

    /** Something that Discord has and the fake has not: better told than waited for in vain. */
    void notBuilt(String what) {
        violations.add(what + ": Discord has it, this fake has not");
    }

    private void report(String where, List<String> faults) {
        if (!faults.isEmpty()) {
            violations.add(where + ": " + String.join("; ", faults));
        }
    }
}
