package org.spoolbot.engine.boot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Collects bytes until a line is whole. */
final class LineBuffer {
    private static final int LONGEST = 64 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds a byte; returns the line that it ended, if it ended one. */
    Optional<String> add(int value) {
        if (value != '\n') {
            bytes.write(value);
        }
        return value == '\n' || bytes.size() >= LONGEST ? Optional.of(taken()) : Optional.empty();
    }

    private String taken() {
        String line = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
