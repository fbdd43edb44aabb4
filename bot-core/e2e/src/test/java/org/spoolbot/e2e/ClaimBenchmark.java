package org.spoolbot.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.spoolbot.engine.job.Job;

/** Claims and position lookups with 100,000 waiting jobs against 1,000. */
final class ClaimBenchmark {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int MEMBERS = 500;
    private static final int WARM_UP = 100;
    private static final int MEASURED = 300;

    private ClaimBenchmark() {}

    static List<Benchmark.Figure> run(Path folder) throws Exception {
        Times few = measure(folder.resolve("few"), FEW);
        Times many = measure(folder.resolve("many"), MANY);
        return List.of(
                Benchmark.Figure.plain("a claim with 1,000 waiting, median", few.claim() * 1000, "ms"),
                Benchmark.Figure.plain("a claim with 100,000 waiting, median", many.claim() * 1000, "ms"),
                Benchmark.Figure.atMost("claims, 100,000 against 1,000", many.claim() / few.claim(), "x", 2),
                Benchmark.Figure.plain("a position with 1,000 waiting, median", few.position() * 1000, "ms"),
                Benchmark.Figure.plain("a position with 100,000 waiting, median", many.position() * 1000, "ms"),
                Benchmark.Figure.atMost("positions, 100,000 against 1,000", many.position() / few.position(), "x", 2));
    }

    private record Times(double claim, double position) {}

    private static Times measure(Path home, int jobs) throws Exception {
        try (OpenBooks books = new OpenBooks(home)) {
            fill(books, jobs);
            List<Job> queued = books.queued(500);
            List<Double> positions = new ArrayList<>();
            for (int turn = 0; turn < WARM_UP * 20 + MEASURED; turn++) {
                Job job = queued.get(turn % queued.size());
                long began = System.nanoTime();
                books.position(job);
                positions.add((System.nanoTime() - began) / 1e9);
            }
            List<Double> claims = new ArrayList<>();
            for (int turn = 0; turn < WARM_UP + MEASURED; turn++) {
                long began = System.nanoTime();
                books.claim().orElseThrow();
                claims.add((System.nanoTime() - began) / 1e9);
            }
            return new Times(
                    Benchmark.median(claims.subList(WARM_UP, claims.size())),
                    Benchmark.median(positions.subList(WARM_UP * 20, positions.size())));
        }
    }

    private static void fill(OpenBooks books, int jobs) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> members = new ArrayList<>();
            for (int member = 0; member < MEMBERS; member++) {
                int number = member;
                members.add(threads.submit(() -> {
                    for (int job = 0; job < jobs / MEMBERS; job++) {
                        books.order(number);
                    }
                }));
            }
            for (Future<?> member : members) {
                member.get();
            }
        }
    }
}
