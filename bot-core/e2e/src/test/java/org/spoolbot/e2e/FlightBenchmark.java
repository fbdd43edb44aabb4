package org.spoolbot.e2e;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;

/** Ten thousand jobs at the gateway at once, in a heap of 256 MiB. */
final class FlightBenchmark {
    private static final int JOBS = 10_000;
    private static final int MEMBERS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private FlightBenchmark() {}

    static List<Benchmark.Figure> run(Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "1", "--render-time", "420")) {
            Home home = Home.open(folder.resolve("home"))
                    .withPaidGateway(sandbox.address().resolve(Ark.PATH), "key")
                    .write("config/spoolbot.yml", "config-version: 1\njobs:\n  max-running: " + JOBS + "\n  max-queued: " + JOBS + "\n");
            try (Server server = Server.start(home, Map.of("SPOOLBOT_JAVA_OPTS", "-Xmx256m"));
                    Lateness lateness = Lateness.watch(server)) {
                lift(server);
                long began = System.nanoTime();
                order(server);
                double ordered = (System.nanoTime() - began) / 1e9;
                awaitJobs(server, "status = 'RUNNING'");
                double live = Heap.liveMebibytes(server);
                awaitJobs(server, "status = 'SUCCEEDED'");
                return figures(server, ordered, live, lateness.longest());
            }
        }
    }

    private static void lift(Server server) throws Exception {
        try (Chat owner = Chat.joinAsAdmin(server, "root")) {
            owner.ask("/admin quota set global cost-per-day unlimited");
            owner.ask("/admin quota set global cost-per-month unlimited");
        }
    }

    private static void order(Server server) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> members = new ArrayList<>();
            for (int member = 0; member < MEMBERS; member++) {
                String name = "member" + member;
                members.add(threads.submit(() -> {
                    orderAs(server, name);
                    return null;
                }));
            }
            for (Future<?> member : members) {
                member.get();
            }
        }
    }

    private static void orderAs(Server server, String name) throws Exception {
        try (Chat chat = Chat.joinAsAdmin(server, name)) {
            for (int number = 0; number < JOBS / MEMBERS; number++) {
                String text = "/video " + name + " " + number + " --duration 4 --resolution 480p --now";
                Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> chat.trySaying(text).statusCode() == 202);
            }
        }
    }

    private static void awaitJobs(Server server, String condition) {
        Awaitility.await(JOBS + " jobs with " + condition)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> count(server, condition) == JOBS);
    }

    private static long count(Server server, String condition) throws SQLException {
        try (Books books = Books.open(server.database())) {
            return books.jobs(condition);
        }
    }

    private static List<Benchmark.Figure> figures(Server server, double ordered, double live, double late) {
        return List.of(
                Benchmark.Figure.plain("orders over HTTP, each answered and durable", JOBS / ordered, "/s"),
                Benchmark.Figure.atMost("live heap with 10,000 jobs in flight", live, "MiB", 256),
                Benchmark.Figure.atMost("the latest poll after it was due", late, "s", 1),
                Benchmark.Figure.plain("most memory of the process", server.process().peakResident().orElse(0L) / 1048576.0, "MiB"));
    }
}
