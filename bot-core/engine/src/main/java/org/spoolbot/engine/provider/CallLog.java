package org.spoolbot.engine.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last calls of one kind: at most a hundred, of the last hour. */
final class CallLog {
    private static final int MOST = 100;
    private static final Duration RECENT = Duration.ofHours(1);

    private final Deque<Call> calls = new ArrayDeque<>();

    synchronized void add(Instant at, Duration took, boolean well) {
        calls.addLast(new Call(at, took, well));
        if (calls.size() > MOST) {
            calls.removeFirst();
        }
    }

    synchronized Summary summary(Instant now) {
        List<Call> recent = calls.stream().filter(call -> call.at().plus(RECENT).isAfter(now)).toList();
        long well = recent.stream().filter(Call::well).count();
        List<Duration> sorted = recent.stream().map(Call::took).sorted().toList();
        Optional<Duration> median = sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
        return new Summary(recent.size(), (int) well, median);
    }

    private record Call(Instant at, Duration took, boolean well) {}

    /** What the calls say together. */
    record Summary(int calls, int well, Optional<Duration> median) {}
}
