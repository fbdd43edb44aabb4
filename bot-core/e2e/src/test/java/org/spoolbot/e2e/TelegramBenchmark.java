package org.spoolbot.e2e;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.telegram.fake.Posted;

/** From a message on Telegram to its first answer: the server, which writes it down first, beside an echo of nothing but the client library. */
final class TelegramBenchmark {
    private static final int ROUNDS = 2;
    private static final int SLOW = 20;
    private static final int FAST = 300;
    /** Below what Telegram lets a bot send in all, so that no limit is measured. */
    private static final int PER_SECOND = 25;
    /** So many that nobody asks more often than once in two seconds, and everybody is known after the first words. */
    private static final int PEOPLE = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final double NANOS = 1e9;

    private int asked;

    private TelegramBenchmark() {}

    /** What a bot took, in milliseconds, at one message a second and at twenty-five. */
    private record Times(List<Double> slow, List<Double> fast) {
        Times() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    static List<Benchmark.Figure> run(Path folder) throws Exception {
        return new TelegramBenchmark().compared(folder);
    }

    private List<Benchmark.Figure> compared(Path folder) throws Exception {
        Times bare = new Times();
        Times server = new Times();
        try (Telegram telegram = new Telegram()) {
            for (int round = 0; round < ROUNDS; round++) {
                try (Child _ = bareBot(telegram)) {
                    measure(telegram, bare);
                }
                try (Server _ = telegram.start(new Home(folder.resolve("home")))) {
                    measure(telegram, server);
                }
            }
        }
        return Stream.of(figures("1/s", bare.slow(), server.slow()), figures(PER_SECOND + "/s", bare.fast(), server.fast()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Benchmark.Figure> figures(String pace, List<Double> bare, List<Double> server) {
        String what = "first answer at " + pace + ", ";
        return List.of(
                Benchmark.Figure.plain(what + "bare client library, median", Benchmark.median(bare), "ms"),
                Benchmark.Figure.plain(what + "the server, median", Benchmark.median(server), "ms"),
                Benchmark.Figure.plain(what + "bare client library, p99", Benchmark.percentile(bare, 99), "ms"),
                Benchmark.Figure.plain(what + "the server, p99", Benchmark.percentile(server, 99), "ms"),
                Benchmark.Figure.plain(what + "server against bare, medians", Benchmark.median(server) / Benchmark.median(bare), "x"));
    }

    /** With the same flags as the server's, and the client library out of the server's own plugin. */
    private static Child bareBot(Telegram telegram) throws Exception {
        Path installation = Checkout.installation();
        List<String> libraries = Checkout.filesBelow(installation.resolve("lib"), ".jar").stream().map(Path::toString).toList();
        String classPath = String.join(":", fixtures(), installation.resolve("plugins/telegram.jar").toString(), String.join(":", libraries));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                "org.spoolbot.telegram.bare.BareBot",
                telegram.fake().apiUrl().toString());
        Child bot = Child.start(command, telegram.environment());
        bot.awaitLine(line -> line.equals("ready"), Duration.ofSeconds(60));
        if (!telegram.fake().updates().awaitPoll(Duration.ofSeconds(60))) {
            throw new AssertionError("The bare bot does not poll. Output:\n" + bot.output());
        }
        return bot;
    }

    private static String fixtures() throws URISyntaxException {
        return Path.of(FakeTelegram.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }

    private void measure(Telegram telegram, Times times) {
        paced(telegram, FAST, PER_SECOND);
        times.slow().addAll(paced(telegram, SLOW, 1));
        times.fast().addAll(paced(telegram, FAST, PER_SECOND));
    }

    /** Everybody asks in a private chat, one after another. */
    private List<Double> paced(Telegram telegram, int messages, int perSecond) {
        List<Posted> questions = new ArrayList<>();
        long began = System.nanoTime();
        for (int number = 0; number < messages; number++) {
            long due = began + (long) (number * NANOS / perSecond);
            LockSupport.parkNanos(due - System.nanoTime());
            questions.add(telegram.person("Person " + asked++ % PEOPLE).privately().says("/help"));
        }
        Awaitility.await("all are answered")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> questions.stream().allMatch(one -> answered(one).isPresent()));
        return questions.stream().map(one -> took(one, answered(one).orElseThrow())).toList();
    }

    private static Optional<Instant> answered(Posted asked) {
        return asked.chat().fromBot().stream().map(Posted::date).filter(date -> !date.isBefore(asked.date())).min(Instant::compareTo);
    }

    private static double took(Posted asked, Instant answered) {
        return Duration.between(asked.date(), answered).toNanos() / 1e6;
    }
}
