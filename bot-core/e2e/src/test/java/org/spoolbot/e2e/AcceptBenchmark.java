package org.spoolbot.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Durable acceptances a second with 64 callers: the server's books against plain JDBC that commits each job alone. */
final class AcceptBenchmark {
    private static final int CALLERS = 64;
    private static final int JOBS = 4_000;
    private static final int ROUNDS = 3;

    private AcceptBenchmark() {}

    static List<Benchmark.Figure> run(Path folder) throws Exception {
        List<Double> grouped = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (OpenBooks books = new OpenBooks(folder.resolve("books" + round))) {
                grouped.add(perSecond(books::order));
            }
            try (PlainBooks books = new PlainBooks(folder.resolve("plain" + round + ".db"))) {
                plain.add(perSecond(books::order));
            }
        }
        double ratio = Benchmark.median(grouped) / Benchmark.median(plain);
        return List.of(
                Benchmark.Figure.plain("accepted jobs, plain JDBC, one commit each", Benchmark.median(plain), "/s"),
                Benchmark.Figure.plain("accepted jobs, the server's books", Benchmark.median(grouped), "/s"),
                Benchmark.Figure.atLeast("accepted jobs at 64 callers, books against plain JDBC", ratio, "x", 3));
    }

    /** One order of a member. */
    @FunctionalInterface
    interface Order {
        void by(int member) throws Exception;
    }

    private static double perSecond(Order order) throws Exception {
        AtomicInteger left = new AtomicInteger(JOBS);
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int member = caller;
                callers.add(threads.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        order.by(member);
                    }
                    return null;
                }));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
        return JOBS / ((System.nanoTime() - began) / 1e9);
    }
}
