package org.spoolbot.engine.boot;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spoolbot.api.command.Suggestion;

/** Where the console's lines come from and its words go. */
interface ConsoleLines extends AutoCloseable {
    /** Waits for the next line; empty at the end of the input. One thread reads. */
    Optional<String> read() throws IOException;

    /** Prints one line, above the one being typed. Thread-safe. */
    void print(String line);

    /** Who knows ways to go on with a line. */
    default void completeWith(Function<String, List<Suggestion>> completion) {}

    @Override
    default void close() {}
}
