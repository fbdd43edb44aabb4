package org.spoolbot.engine.boot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.spoolbot.api.command.Suggestion;

/** Lines that a person types in a terminal: edited, completed, remembered. What others print appears above the line being typed. */
final class TerminalLines implements ConsoleLines {
    private static final String PROMPT = "> ";
    private static final int LINES_REMEMBERED = 500;

    private final Terminal terminal;
    private final LineReader reader;
    private final PrintStream before = System.out;
    private volatile Function<String, List<Suggestion>> completion = line -> List.of();

    /**
     * Takes the terminal, and from now on all that is printed to standard output.
     *
     * @throws IOException if there is none that can be used
     */
    TerminalLines(Path history) throws IOException {
        terminal = TerminalBuilder.builder().system(true).dumb(false).build();
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("spoolbot")
                .completer((known, line, candidates) -> complete(line, candidates))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.HISTORY_FILE_SIZE, LINES_REMEMBERED)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        System.setOut(new PrintStream(new LinesAbove(), true, StandardCharsets.UTF_8));
    }

    @Override
    public void completeWith(Function<String, List<Suggestion>> completion) {
        this.completion = completion;
    }

    private void complete(ParsedLine line, List<Candidate> candidates) {
        String typed = line.line().substring(0, line.cursor());
        String kept = typed.substring(0, typed.length() - line.wordCursor());
        for (Suggestion suggestion : completion.apply(typed)) {
            if (suggestion.text().startsWith(kept)) {
                candidates.add(new Candidate(
                        suggestion.text().substring(kept.length()).strip(), suggestion.label(), null, suggestion.description(), null, null, true));
            }
        }
    }

    /** Ctrl-C and Ctrl-D on the line end the server as they end other programs. */
    @Override
    public Optional<String> read() {
        try {
            return Optional.of(reader.readLine(PROMPT));
        } catch (UserInterruptException | EndOfFileException ended) {
            return Optional.of("stop");
        }
    }

    @Override
    public void print(String line) {
        reader.printAbove(line);
    }

    @Override
    public void close() {
        System.setOut(before);
        try {
            reader.getHistory().save();
            terminal.close();
        } catch (IOException lost) {
            before.println("The console's history was not saved.");
        }
    }

    private final class LinesAbove extends OutputStream {
        private final LineBuffer buffer = new LineBuffer();

        @Override
        public synchronized void write(int value) {
            buffer.add(value).ifPresent(TerminalLines.this::print);
        }
    }
}
