package org.spoolbot.engine.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jobs whose links have ended, kept over a restart for as long as a link can live. Thread-safe. */
final class Revocations {
    private static final Pattern LINE = Pattern.compile("(\\d{1,15}) ([0-9a-f]{1,16})");
    private static final int LINES_BEFORE_CLEANING = 4_000;

    private final Path file;
    private final InstantSource clock;
    private final Duration longestLife;
    private final Map<Long, Instant> revoked = new HashMap<>();
    private int lines;

    Revocations(Path file, InstantSource clock, Duration longestLife) {
        this.file = file;
        this.clock = clock;
        this.longestLife = longestLife;
        load();
    }

    /** Whether a link of that job that was made then has ended. */
    synchronized boolean ended(long job, Instant issued) {
        Instant end = revoked.get(job);
        return end != null && !issued.isAfter(end);
    }

    /** Ends every link of the job that was made up to now. */
    synchronized void end(long job) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        revoked.put(job, now);
        try {
            Files.writeString(file, line(job, now), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            lines++;
            if (lines > LINES_BEFORE_CLEANING + 2 * revoked.size()) {
                clean();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("the end of a job's links could not be written down", fault);
        }
    }

    private void load() {
        try {
            List<String> known = Files.exists(file) ? Files.readAllLines(file) : List.of();
            known.stream().map(LINE::matcher).filter(Matcher::matches).forEach(match -> revoked.put(
                    Long.parseUnsignedLong(match.group(2), 16), Instant.ofEpochMilli(Long.parseLong(match.group(1)))));
            clean();
        } catch (IOException fault) {
            throw new UncheckedIOException("The list of ended links cannot be read or written: " + file, fault);
        }
    }

    private void clean() throws IOException {
        Instant oldest = clock.instant().minus(longestLife);
        revoked.values().removeIf(oldest::isAfter);
        StringBuilder text = new StringBuilder();
        revoked.forEach((job, end) -> text.append(line(job, end)));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        replace(fresh);
        lines = revoked.size();
    }

    private void replace(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException plain) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String line(long job, Instant end) {
        return end.toEpochMilli() + " " + Long.toHexString(job) + "\n";
    }
}
