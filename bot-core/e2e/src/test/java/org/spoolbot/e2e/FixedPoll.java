package org.spoolbot.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What most bots do: order, and ask every 20 seconds until it is there. */
final class FixedPoll implements AutoCloseable {
    static final String PROMPT = "fixed";
    private static final Duration STEP = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI tasks;
    private final int secondsToReady;
    private final List<Future<Seen>> jobs = new ArrayList<>();

    private record Seen(double delay, double polls) {}

    private FixedPoll(Sandbox sandbox, int secondsToReady) {
        this.tasks = sandbox.address().resolve(Ark.PATH + "/contents/generations/tasks");
        this.secondsToReady = secondsToReady;
    }

    /** Orders that many clips, spread over one step. */
    static FixedPoll start(Sandbox sandbox, int count, int secondsToReady) {
        FixedPoll bot = new FixedPoll(sandbox, secondsToReady);
        for (int number = 0; number < count; number++) {
            long wait = STEP.toMillis() * number / count;
            bot.jobs.add(bot.threads.submit(() -> {
                Thread.sleep(wait);
                return bot.live();
            }));
        }
        return bot;
    }

    private Seen live() throws IOException, InterruptedException {
        String body = """
                {"model":"doubao-seedance-2-0-fast-260128","content":[{"type":"text","text":"%s"}],"duration":4,"resolution":"480p"}
                """.formatted(PROMPT);
        HttpRequest order = request(tasks).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build();
        String id = send(order).path("id").asText();
        long ordered = System.nanoTime();
        int polls = 0;
        String status = "";
        while (!status.equals("succeeded")) {
            Thread.sleep(STEP);
            polls++;
            status = send(request(URI.create(tasks + "/" + id)).build()).path("status").asText();
        }
        return new Seen((System.nanoTime() - ordered) / 1e9 - secondsToReady, polls);
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer key");
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        return Json.read(http.send(request, BodyHandlers.ofString()).body());
    }

    List<Double> delays() throws Exception {
        List<Double> delays = new ArrayList<>();
        for (Future<Seen> job : jobs) {
            delays.add(job.get().delay());
        }
        return delays;
    }

    List<Double> polls() throws Exception {
        List<Double> polls = new ArrayList<>();
        for (Future<Seen> job : jobs) {
            polls.add(job.get().polls());
        }
        return polls;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
