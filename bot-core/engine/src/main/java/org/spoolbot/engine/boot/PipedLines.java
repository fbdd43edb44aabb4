package org.spoolbot.engine.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a pipe or a file. */
final class PipedLines implements ConsoleLines {
    private final BufferedReader in;
    private final PrintStream out;

    PipedLines(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    @Override
    public Optional<String> read() throws IOException {
        return Optional.ofNullable(in.readLine());
    }

    @Override
    public void print(String line) {
        out.println(line);
    }
}
