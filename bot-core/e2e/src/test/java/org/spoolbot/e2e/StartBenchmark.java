package org.spoolbot.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the start script to "ready", against a JVM that does nothing. The first start, which writes the settings, is not counted. */
final class StartBenchmark {
    private static final int STARTS = 5;

    private StartBenchmark() {}

    static List<Benchmark.Figure> run(Path folder) throws Exception {
        Home home = new Home(folder.resolve("home"));
        secondsToReady(home);
        List<Double> bare = new ArrayList<>();
        List<Double> server = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            bare.add(secondsOfBareJvm());
            server.add(secondsToReady(home));
        }
        double beyond = Benchmark.median(server) - Benchmark.median(bare);
        return List.of(
                Benchmark.Figure.plain("a bare JVM from start to end", Benchmark.median(bare), "s"),
                Benchmark.Figure.plain("the server from start to ready", Benchmark.median(server), "s"),
                Benchmark.Figure.atMost("start to ready, beyond a bare JVM", beyond, "s", 2));
    }

    private static double secondsToReady(Home home) throws Exception {
        long began = System.nanoTime();
        try (Server server = Server.start(home)) {
            double seconds = (System.nanoTime() - began) / 1e9;
            server.stop();
            return seconds;
        }
    }

    private static double secondsOfBareJvm() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        long began = System.nanoTime();
        try (Child child = Child.start(List.of(java, "-XX:+UseSerialGC", "-version"), Map.of())) {
            child.awaitEnd(Duration.ofSeconds(30));
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
