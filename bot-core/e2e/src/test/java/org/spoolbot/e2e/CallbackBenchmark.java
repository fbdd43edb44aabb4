package org.spoolbot.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** As {@link DeliveryBenchmark}, where the gateway calls back. */
final class CallbackBenchmark {
    private CallbackBenchmark() {}

    static List<Benchmark.Figure> run(Path folder) throws Exception {
        String queue = "" + DeliveryBenchmark.QUEUE_SECONDS;
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", queue, "--render-time", "" + DeliveryBenchmark.RENDER_SECONDS)) {
            int port = Server.freePort();
            Home home = Home.open(folder.resolve("home"))
                    .write("config/spoolbot.yml", DeliveryBenchmark.SETTINGS)
                    .write("plugins/providers/config.yml", """
                            config-version: 1
                            sandbox: off
                            providers:
                              - id: ark
                                dialect: ark
                                base-url: %s
                                api-key: key
                                offers: { lists-tasks: true, callbacks: true }
                                models:
                                  seedance-fast: { price: { per-million-tokens: { any: 1.00 } } }
                            """.formatted(sandbox.address().resolve(Ark.PATH)));
            Server server = Server.start(home, Map.of(
                    "SPOOLBOT_HTTP_PORT", Integer.toString(port), "SPOOLBOT_PUBLIC_URL", "http://127.0.0.1:" + port));
            List<Double> delays = DeliveryBenchmark.measure(server, sandbox);
            return List.of(
                    Benchmark.Figure.atMost("ready to delivered with callbacks, median", Benchmark.median(delays), "s", 0.2),
                    Benchmark.Figure.plain("ready to delivered with callbacks, longest", Benchmark.percentile(delays, 100), "s"),
                    Benchmark.Figure.atMost("polls of a job with callbacks, median", Benchmark.median(DeliveryBenchmark.polls(sandbox)), "", 6));
        }
    }
}
