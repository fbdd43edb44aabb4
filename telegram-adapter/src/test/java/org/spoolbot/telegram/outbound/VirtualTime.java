package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A clock that stands still while anybody works, and leaps to the next alarm when all wait: a minute of waiting takes no time. */
final class VirtualTime implements InstantSource, Waits {
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final List<Instant> alarms = new ArrayList<>();
    private int working;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized boolean until(Duration pause) throws InterruptedException {
        if (pause.isZero()) {
            return true;
        }
        Instant alarm = now.plus(pause);
        alarms.add(alarm);
        working--;
        leap();
        while (now.isBefore(alarm)) {
            wait();
        }
        return true;
    }

    /** All that are due start to work at the same moment. */
    private void leap() {
        if (working > 0 || alarms.isEmpty()) {
            return;
        }
        now = alarms.stream().min(Instant::compareTo).orElseThrow();
        working += (int) alarms.stream().filter(alarm -> !alarm.isAfter(now)).count();
        alarms.removeIf(alarm -> !alarm.isAfter(now));
        notifyAll();
    }

    private synchronized void end() {
        working--;
        leap();
    }

    /** Lets all work at once until the last has ended. */
    <T> List<T> together(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        synchronized (this) {
            working += work.size();
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = work.stream().map(one -> threads.submit(() -> {
                try {
                    return one.call();
                } finally {
                    end();
                }
            })).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
