package org.spoolbot.e2e;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.spoolbot.discord.fake.FakeDiscord;
import org.spoolbot.discord.fake.Interaction;
import org.spoolbot.discord.fake.Keyboard;

/** From a command on Discord to its acknowledgement: the server, beside a bot of nothing but the client library on the same Discord. */
final class DiscordBenchmark {
    private static final int ROUNDS = 2;
    private static final int MEMBERS = 100;
    private static final int BURST = 500;
    private static final double DISCORD_WAITS_SECONDS = 3;
    private static final Duration MISSED = Duration.ofSeconds(10);
    private static final double NANOS = 1e9;

    private DiscordBenchmark() {}

    /** What a bot took, in milliseconds, at one command a second, at a hundred, and of so many at once. */
    private record Times(List<Double> slow, List<Double> fast, List<Double> burst) {
        Times() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    static List<Benchmark.Figure> run(Path folder) throws Exception {
        Times bare = new Times();
        Times server = new Times();
        try (Discord discord = new Discord()) {
            discord.fake().faults().countBuckets(false);
            for (int round = 0; round < ROUNDS; round++) {
                try (Child _ = bareBot(discord)) {
                    measure(discord, bare);
                }
                try (Server _ = discord.start(new Home(folder.resolve("home" + round)))) {
                    awaitCommands(discord);
                    measure(discord, server);
                }
            }
        }
        return Stream.of(
                        figures("1/s", bare.slow(), server.slow()),
                        figures("100/s", bare.fast(), server.fast()),
                        burst(bare.burst(), server.burst()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Benchmark.Figure> figures(String pace, List<Double> bare, List<Double> server) {
        return List.of(
                Benchmark.Figure.plain("acknowledged at " + pace + ", bare client library, median", Benchmark.median(bare), "ms"),
                Benchmark.Figure.plain("acknowledged at " + pace + ", the server, median", Benchmark.median(server), "ms"),
                Benchmark.Figure.plain("acknowledged at " + pace + ", bare client library, p99", Benchmark.percentile(bare, 99), "ms"),
                Benchmark.Figure.plain("acknowledged at " + pace + ", the server, p99", Benchmark.percentile(server, 99), "ms"),
                Benchmark.Figure.plain(
                        "acknowledged at " + pace + ", server against bare, medians", Benchmark.median(server) / Benchmark.median(bare), "x"));
    }

    private static List<Benchmark.Figure> burst(List<Double> bare, List<Double> server) {
        double longest = Benchmark.percentile(server, 100) / 1_000;
        return List.of(
                Benchmark.Figure.plain(BURST + " commands at once, bare client library, longest", Benchmark.percentile(bare, 100) / 1_000, "s"),
                Benchmark.Figure.atMost(BURST + " commands at once, the server, longest", longest, "s", DISCORD_WAITS_SECONDS));
    }

    /** With the same flags as the server's, and the client library out of the server's own plugin. */
    private static Child bareBot(Discord discord) throws Exception {
        Path installation = Checkout.installation();
        List<String> libraries = Checkout.filesBelow(installation.resolve("lib"), ".jar").stream().map(Path::toString).toList();
        String classPath = String.join(":", fixtures(), installation.resolve("plugins/discord.jar").toString(), String.join(":", libraries));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "org.spoolbot.discord.bare.BareBot",
                discord.fake().apiUrl().toString(),
                discord.fake().gatewayUrl().toString());
        Child bot = Child.start(command, discord.environment());
        bot.awaitLine(line -> line.equals("ready"), Duration.ofSeconds(60));
        return bot;
    }

    private static String fixtures() throws URISyntaxException {
        return Path.of(FakeDiscord.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }

    private static void awaitCommands(Discord discord) {
        Awaitility.await("all its commands").atMost(Duration.ofSeconds(30)).until(() -> discord.fake().world().commands().size() > 1);
    }

    private static void measure(Discord discord, Times times) {
        Map<Integer, Keyboard> members = new HashMap<>();
        IntFunction<Keyboard> member = number -> members.computeIfAbsent(number, _ -> discord.keyboard("member" + number));
        paced(member, 100, 10);
        paced(member, 600, 100);
        times.slow().addAll(paced(member, 20, 1));
        times.fast().addAll(paced(member, 1_000, 100));
        times.burst().addAll(atOnce(member));
    }

    private static List<Double> paced(IntFunction<Keyboard> member, int commands, int perSecond) {
        List<Interaction> given = new ArrayList<>();
        long began = System.nanoTime();
        for (int number = 0; number < commands; number++) {
            long due = began + (long) (number * NANOS / perSecond);
            LockSupport.parkNanos(due - System.nanoTime());
            given.add(member.apply(number % MEMBERS).slash("help"));
        }
        return took(given);
    }

    private static List<Double> atOnce(IntFunction<Keyboard> member) {
        return took(IntStream.range(0, BURST).mapToObj(number -> member.apply(number).slash("help")).toList());
    }

    /** One that Discord did not wait for counts as ten seconds. */
    private static List<Double> took(List<Interaction> given) {
        long deadline = System.nanoTime() + MISSED.toNanos();
        while (System.nanoTime() < deadline && given.stream().anyMatch(one -> one.answeredAfter().isEmpty())) {
            LockSupport.parkNanos(10_000_000);
        }
        return given.stream().map(one -> one.answeredAfter().orElse(MISSED).toNanos() / 1e6).toList();
    }
}
