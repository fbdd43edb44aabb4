package org.spoolbot.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Measures the design's budgets, each beside its budget and as a ratio within this run. Arguments: names of rows; all without any. */
public final class Benchmark {
    private static final Map<String, Row> ROWS = new TreeMap<>(Map.of(
            "start", StartBenchmark::run,
            "delivery", DeliveryBenchmark::run,
            "discord", DiscordBenchmark::run,
            "callbacks", CallbackBenchmark::run,
            "gateways", GatewaysBenchmark::run,
            "large-clip", LargeClipBenchmark::run,
            "flight", FlightBenchmark::run,
            "accept", AcceptBenchmark::run,
            "claim", ClaimBenchmark::run));

    private Benchmark() {}

    /** A row: measures in a folder of its own. */
    @FunctionalInterface
    interface Row {
        List<Figure> run(Path folder) throws Exception;
    }

    /**
     * What was measured.
     *
     * @param budget the largest that is allowed, or the smallest if {@code atLeast}
     */
    record Figure(String what, double value, String unit, double budget, boolean atLeast) {
        static Figure atMost(String what, double value, String unit, double budget) {
            return new Figure(what, value, unit, budget, false);
        }

        static Figure atLeast(String what, double value, String unit, double budget) {
            return new Figure(what, value, unit, budget, true);
        }

        /** Only to be read with the others. */
        static Figure plain(String what, double value, String unit) {
            return new Figure(what, value, unit, Double.NaN, false);
        }

        boolean keepsBudget() {
            return Double.isNaN(budget) || (atLeast ? value >= budget : value <= budget);
        }

        @Override
        public String toString() {
            String sign = atLeast ? ">=" : "<=";
            String limit = Double.isNaN(budget) ? "" : String.format(Locale.ROOT, "  budget %s %.2f %s  %s",
                    sign, budget, unit, keepsBudget() ? "ok" : "OVER");
            return String.format(Locale.ROOT, "%-62s %12.2f %-7s%s", what, value, unit, limit);
        }
    }

    /** Runs the rows; the exit status tells whether all budgets were kept. */
    public static void main(String[] names) throws Exception {
        boolean kept = true;
        for (String name : names.length == 0 ? ROWS.keySet() : List.of(names)) {
            Path folder = Files.createTempDirectory("spoolbot-benchmark-");
            System.out.println("-- " + name);
            for (Figure figure : ROWS.get(name).run(folder)) {
                System.out.println(figure);
                kept &= figure.keepsBudget();
            }
            remove(folder);
        }
        System.exit(kept ? 0 : 1);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    static double median(List<Double> values) {
        return percentile(values, 50);
    }

    static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
