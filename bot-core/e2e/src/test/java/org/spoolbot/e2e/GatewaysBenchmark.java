package org.spoolbot.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ten thousand jobs in flight over all five dialects of one sandbox, beside a bare client that asks every 20 seconds. */
final class GatewaysBenchmark {
    private static final int JOBS = 10_000;
    private static final int FIXED_JOBS = 1_000;
    private static final int QUEUE_SECONDS = 1;
    private static final int RENDER_SECONDS = 300;
    private static final List<String> MODELS = List.of("m-multipart", "m-videos", "m-kyy", "m-evolink", "m-ark");

    private GatewaysBenchmark() {}

    static List<Benchmark.Figure> run(Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "" + QUEUE_SECONDS, "--render-time", "" + RENDER_SECONDS)) {
            Home home = Home.open(folder.resolve("home"))
                    .write("plugins/providers/config.yml", settings(sandbox))
                    .write("config/spoolbot.yml", "config-version: 1\njobs:\n  max-running: " + JOBS + "\n  max-queued: " + JOBS + "\n");
            try (Server server = Server.start(home, Map.of("SPOOLBOT_JAVA_OPTS", "-Xmx256m"));
                    Lateness lateness = Lateness.watch(server);
                    FixedPoll fixed = FixedPoll.start(sandbox, FIXED_JOBS, QUEUE_SECONDS + RENDER_SECONDS)) {
                Crowd crowd = new Crowd(server, JOBS);
                crowd.liftCaps();
                crowd.order(number -> "--model " + MODELS.get(number % MODELS.size()));
                crowd.await("status = 'RUNNING'");
                double live = Heap.liveMebibytes(server);
                crowd.await("status = 'SUCCEEDED'");
                return figures(sandbox, delays(server, sandbox), live, lateness.longest(), fixed);
            }
        }
    }

    private static String settings(Sandbox sandbox) {
        return "config-version: 1\nsandbox: off\nproviders:\n"
                + gateway(sandbox, "m-multipart", "laozhang-multipart", "", "seedance-2.0", "offers: {}")
                + gateway(sandbox, "m-videos", "laozhang-videos", "", "doubao-seedance-2-0-fast-260128", "offers: {}")
                + gateway(sandbox, "m-kyy", "kyyvideo2", "/kyyReactApiServer", "seedance_2_0_fast_pro", "offers: {}")
                + gateway(sandbox, "m-evolink", "evolink", "", "seedance-2.0", "offers: {}")
                + gateway(sandbox, "m-ark", "ark", Ark.PATH, "doubao-seedance-2-0-fast-260128", "offers: { lists-tasks: true }");
    }

    private static String gateway(Sandbox sandbox, String model, String dialect, String path, String wireName, String offers) {
        return """
                  - id: %s
                    dialect: %s
                    base-url: %s
                    api-key: key
                    %s
                    models:
                      %s: { wire-name: %s, price: { per-clip: 0.001 } }
                """.formatted(dialect, dialect, sandbox.address() + path, offers, model, wireName);
    }

    private static List<Double> delays(Server server, Sandbox sandbox) throws Exception {
        Map<String, Double> ready = new HashMap<>();
        for (JsonNode task : sandbox.tasks()) {
            double created = Instant.parse(task.path("createdAt").asText()).toEpochMilli() / 1000.0;
            ready.put(task.path("id").asText(), created + QUEUE_SECONDS + RENDER_SECONDS);
        }
        return delivered(server).entrySet().stream()
                .filter(job -> ready.containsKey(job.getKey()))
                .map(job -> job.getValue() - ready.get(job.getKey()))
                .toList();
    }

    /** When each job was delivered, in seconds, by its task's id. */
    private static Map<String, Double> delivered(Server server) throws SQLException {
        try (Books books = Books.open(server.database())) {
            return books.moments("SELECT task_id, changed_at FROM job WHERE status = 'SUCCEEDED'");
        }
    }

    private static List<Benchmark.Figure> figures(Sandbox sandbox, List<Double> delays, double live, double late, FixedPoll fixed)
            throws Exception {
        List<Double> polls = new ArrayList<>();
        for (JsonNode task : sandbox.tasks()) {
            if (!task.path("prompt").asText().startsWith(FixedPoll.PROMPT)) {
                polls.add(task.path("polls").asDouble());
            }
        }
        return List.of(
                Benchmark.Figure.plain("jobs delivered over five dialects", delays.size(), ""),
                Benchmark.Figure.atMost("ready to delivered, median", Benchmark.median(delays), "s", 2),
                Benchmark.Figure.plain("ready to delivered, 99 %", Benchmark.percentile(delays, 99), "s"),
                Benchmark.Figure.plain("polls of a job, median", Benchmark.median(polls), ""),
                Benchmark.Figure.plain("polls of a job, 99 %", Benchmark.percentile(polls, 99), ""),
                Benchmark.Figure.atMost("the latest poll after it was due", late, "s", 1),
                Benchmark.Figure.atMost("live heap with all in flight", live, "MiB", 256),
                Benchmark.Figure.plain("asking every 20 s: ready to seen, median", Benchmark.median(fixed.delays()), "s"),
                Benchmark.Figure.plain("asking every 20 s: ready to seen, 99 %", Benchmark.percentile(fixed.delays(), 99), "s"),
                Benchmark.Figure.plain("asking every 20 s: polls of a job, median", Benchmark.median(fixed.polls()), ""));
    }
}
