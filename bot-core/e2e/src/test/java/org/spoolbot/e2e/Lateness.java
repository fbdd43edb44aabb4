package org.spoolbot.e2e;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Watches in the server's metrics how late gateways are asked. The server tells the longest of its last minutes, so looking now and then sees all. */
final class Lateness implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
    private static final Pattern LONGEST = Pattern.compile("(?m)^spoolbot_polls_lateness_seconds_max\\{.*} ([0-9.E+-]+)$");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final Server server;
    private volatile double longest;

    private Lateness(Server server) {
        this.server = server;
    }

    static Lateness watch(Server server) {
        Lateness watch = new Lateness(server);
        watch.worker.execute(watch::look);
        return watch;
    }

    private void look() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                read();
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            System.err.println("the metrics cannot be read: " + gone);
        }
    }

    private synchronized void read() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.address("/metrics")).build();
        Matcher told = LONGEST.matcher(http.send(request, BodyHandlers.ofString()).body());
        while (told.find()) {
            longest = Math.max(longest, Double.parseDouble(told.group(1)));
        }
    }

    /** In seconds. */
    double longest() throws IOException, InterruptedException {
        read();
        return longest;
    }

    @Override
    public void close() {
        worker.shutdownNow();
        http.shutdownNow();
    }
}
