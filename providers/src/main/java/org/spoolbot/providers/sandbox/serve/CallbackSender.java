package org.spoolbot.providers.sandbox.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.spoolbot.providers.sandbox.reference.Loopback;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStatus;

/** Tells whoever asked for it about each change of state. Unsigned and unordered, like Ark's own. */
final class CallbackSender {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 4;
    private static final int MOST_WATCHED = 10_000;

    private final HttpClient http;
    private final Executor threads;
    private final ArkAnswers answers;
    private final Recorder recorder;
    private final InstantSource clock;
    private final Map<Task, TaskStatus> watched = new ConcurrentHashMap<>();

    CallbackSender(HttpClient http, Executor threads, ArkAnswers answers, Recorder recorder, InstantSource clock) {
        this.http = http;
        this.threads = threads;
        this.answers = answers;
        this.recorder = recorder;
        this.clock = clock;
    }

    void watch(Task task) {
        boolean reachable = task.spec().request().callbackUrl().filter(CallbackSender::leadsHere).isPresent();
        if (reachable && watched.size() < MOST_WATCHED) {
            watched.put(task, TaskStatus.QUEUED);
            tell(task, clock.instant());
        }
    }

    private static boolean leadsHere(String address) {
        try {
            return Loopback.leadsHere(URI.create(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Looks for changes; to be called at short intervals. */
    void tick() {
        Instant now = clock.instant();
        watched.forEach((task, before) -> {
            TaskStatus current = task.stateAt(now).status();
            if (current == before) {
                return;
            }
            if (current.isFinal()) {
                watched.remove(task);
            } else {
                watched.put(task, current);
            }
            tell(task, now);
        });
    }

    private void tell(Task task, Instant now) {
        String address = task.spec().request().callbackUrl().orElseThrow();
        String body = answers.describe(task, now).toString();
        threads.execute(() -> deliver(address, body));
    }

    private void deliver(String address, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            recorder.count("callbacks");
            try {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 300) {
                    return;
                }
            } catch (IOException e) {
                recorder.count("callbacks-unanswered");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
