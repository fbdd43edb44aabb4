package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One method of one path, whose ids are written {}. */
record Route(String method, String path, Work work) {
    /** What a route does. */
    @FunctionalInterface
    interface Work {
        Result of(Call call);
    }

    /** An answer below 300; without a body it is 204. */
    record Result(int status, @Nullable JsonNode body) {
        static final Result NOTHING = new Result(204, null);

        static Result of(JsonNode body) {
            return new Result(200, body);
        }
    }

    /** As faults and traffic name it. */
    String name() {
        return method + " " + path;
    }

    /** The interaction and webhook routes are authorised by the token in their path. */
    boolean carriesItsToken() {
        return path.startsWith("/interactions/") || path.startsWith("/webhooks/");
    }

    /** The ids in an actual path; empty when it is another route's. */
    Optional<List<String>> match(String actualMethod, String actual) {
        String[] expected = path.split("/");
        String[] parts = actual.split("/");
        if (!method.equals(actualMethod) || parts.length != expected.length) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>();
        for (int index = 0; index < parts.length; index++) {
            if (expected[index].equals("{}")) {
                ids.add(parts[index]);
            } else if (!expected[index].equals(parts[index])) {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }
}
