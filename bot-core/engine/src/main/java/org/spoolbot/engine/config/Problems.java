package org.spoolbot.engine.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with the values of a record, one problem a line, so that its constructor names all of them at once. A
 * problem begins with the path of its key and says after a semicolon what to write: {@code http.port is 99999; write 0 to 65535}.
 */
final class Problems {
    private final List<String> lines = new ArrayList<>();

    Problems unless(boolean holds, String problem) {
        if (!holds) {
            lines.add(problem);
        }
        return this;
    }

    void throwIfAny() {
        if (!lines.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", lines));
        }
    }
}
