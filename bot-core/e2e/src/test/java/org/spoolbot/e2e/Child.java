package org.spoolbot.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process that a test started, and what it wrote. Only this process is ever ended. */
final class Child implements AutoCloseable {
    private static final int MOST_LINES = 20_000;

    private final Process process;
    private final Thread reader;
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    private Child(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /**
     * Starts {@code bin/spoolbot} of the built folder. Gateway keys and tokens of this machine never reach it. Tests that judge what it does
     * and not how fast may name options that make its JVM start quicker.
     */
    static Child spoolbot(Map<String, String> environment, List<String> arguments) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of("SPOOLBOT_JAVA_OPTS", System.getProperty("spoolbot.java-opts", "")));
        all.putAll(environment);
        List<String> command = new ArrayList<>();
        command.add(Checkout.installation().resolve("bin/spoolbot").toString());
        command.addAll(arguments);
        return start(command, all);
    }

    static Child start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name ->
                name.startsWith("SPOOLBOT_") && !name.equals("SPOOLBOT_JAVA_HOME") || name.endsWith("_API_KEY") || name.endsWith("_TOKEN"));
        builder.environment().putAll(environment);
        return new Child(builder.start());
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException cut) {
            add("(output cut)");
        }
        end();
    }

    private synchronized void add(String line) {
        if (lines.size() < MOST_LINES) {
            lines.add(line);
        }
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** The first line that fits; fails with everything that was written if the process ends or the time is up before. */
    String awaitLine(Predicate<String> fits, Duration patience) {
        return await(fits, patience).orElseThrow(() -> new AssertionError("The expected line never came. Output:\n" + output()));
    }

    private synchronized Optional<String> await(Predicate<String> fits, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<String> found = lines.stream().filter(fits).findFirst();
        while (found.isEmpty() && !ended && System.nanoTime() < deadline) {
            pause(deadline);
            found = lines.stream().filter(fits).findFirst();
        }
        return found;
    }

    private void pause(long deadline) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, deadline - System.nanoTime()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    void type(String line) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    synchronized String output() {
        return String.join("\n", lines);
    }

    /** Waits until it ended by itself and tells its exit status. */
    int awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("It still runs after " + patience + ". Output:\n" + output());
        }
        reader.join(patience);
        return process.exitValue();
    }

    /** SIGTERM, and its exit status. */
    int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd(Duration.ofSeconds(30));
    }

    /** SIGKILL: nothing in it runs any more when this returns. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        reader.join(Duration.ofSeconds(5));
    }

    /** The most memory it had in use, in bytes, as the kernel counts; empty where there is no {@code /proc}. */
    Optional<Long> peakResident() {
        Path status = Path.of("/proc", Long.toString(pid()), "status");
        try {
            return java.nio.file.Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
