package org.spoolbot.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Ten thousand jobs at the gateway at once, in a heap of 256 MiB. */
final class FlightBenchmark {
    private static final int JOBS = 10_000;

    private FlightBenchmark() {}

    static List<Benchmark.Figure> run(Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "1", "--render-time", "420")) {
            Home home = Home.open(folder.resolve("home"))
                    .withPaidGateway(sandbox.address().resolve(Ark.PATH), "key")
                    .write("config/spoolbot.yml", "config-version: 1\njobs:\n  max-running: " + JOBS + "\n  max-queued: " + JOBS + "\n");
            try (Server server = Server.start(home, Map.of("SPOOLBOT_JAVA_OPTS", "-Xmx256m"));
                    Lateness lateness = Lateness.watch(server)) {
                Crowd crowd = new Crowd(server, JOBS);
                crowd.liftCaps();
                long began = System.nanoTime();
                crowd.order(number -> "--resolution 480p");
                double ordered = (System.nanoTime() - began) / 1e9;
                crowd.await("status = 'RUNNING'");
                double live = Heap.liveMebibytes(server);
                crowd.await("status = 'SUCCEEDED'");
                return figures(server, ordered, live, lateness.longest());
            }
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
