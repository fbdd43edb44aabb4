package org.spoolbot.providers.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.spoolbot.providers.sandbox.task.Dialect;

/** Runs the sandbox alone, until the process is ended. */
public final class SandboxMain {

    private static final String USAGE = "usage: sandbox [--port N] [--key KEY] [--queue-time SECONDS] [--render-time SECONDS] [--canned] [--home DIR]";

    private SandboxMain() {}

    /**
     * Starts it.
     *
     * @param arguments see the usage line that a wrong argument prints
     * @throws InterruptedException when the process ends
     */
    public static void main(String[] arguments) throws InterruptedException {
        Optional<SandboxOptions> options = parse(arguments);
        if (options.isEmpty()) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        try (SandboxGateway gateway = SandboxGateway.start(options.get())) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(gateway::close));
            System.out.println(greeting(gateway));
            Thread.currentThread().join();
        } catch (IOException e) {
            System.err.println("the sandbox cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    static String greeting(SandboxGateway gateway) {
        StringBuilder text = new StringBuilder("sandbox ready; base-url of each dialect:");
        for (Dialect dialect : Dialect.values()) {
            text.append(String.format("%n  %-20s%s", dialect.word(), gateway.baseUri(dialect)));
        }
        return text.toString();
    }

    static Optional<SandboxOptions> parse(String... arguments) {
        SandboxOptions options = SandboxOptions.DEFAULT;
        Iterator<String> words = Arrays.asList(arguments).iterator();
        try {
            while (words.hasNext()) {
                String word = words.next();
                if (!word.equals("--canned") && !words.hasNext()) {
                    return Optional.empty();
                }
                options = switch (word) {
                    case "--canned" -> options.canned();
                    case "--port" -> options.withPort(port(words.next()));
                    case "--key" -> options.withApiKey(words.next());
                    // The start script hands it to every command; a sandbox keeps nothing.
                    case "--home" -> ignoring(words.next(), options);
                    case "--queue-time" -> options.withTimes(seconds(words.next()), options.renderTime());
                    case "--render-time" -> options.withTimes(options.queueTime(), seconds(words.next()));
                    default -> throw new IllegalArgumentException(word);
                };
            }
            return Optional.of(options);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SandboxOptions ignoring(String home, SandboxOptions options) {
        return options;
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(text);
        }
        return port;
    }

    private static Duration seconds(String text) {
        double seconds = Double.parseDouble(text);
        if (!(seconds >= 0 && seconds <= 86_400)) {
            throw new IllegalArgumentException(text);
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
