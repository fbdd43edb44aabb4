package org.spoolbot.providers.sandbox.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.spoolbot.providers.sandbox.directive.Directive;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.reference.Loopback;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStatus;

/** Tells whoever asked for it about changes of state, unsigned, each dialect as persistently as the real one. */
final class CallbackSender {

    private static final int MOST_WATCHED = 10_000;

    private final HttpClient http;
    private final Executor threads;
    private final Views views;
    private final Recorder recorder;
    private final InstantSource clock;
    private final Map<Task, Watch> watched = new ConcurrentHashMap<>();
    private final Queue<Letter> retries = new ConcurrentLinkedQueue<>();

    private record Watch(Front front, TaskStatus last, List<String> held) {}

    private record Letter(String address, String body, TaskForm.Callbacks plan, int attempt, Instant due) {}

    CallbackSender(HttpClient http, Executor threads, Views views, Recorder recorder, InstantSource clock) {
        this.http = http;
        this.threads = threads;
        this.views = views;
        this.recorder = recorder;
        this.clock = clock;
    }

    void watch(Front front, Task task) {
        boolean reachable = task.spec().order().terms().callbackUrl().filter(CallbackSender::leadsHere).isPresent();
        if (!reachable || watched.size() >= MOST_WATCHED) {
            return;
        }
        String body = body(front, task);
        Directives directives = task.spec().directives();
        boolean shuffled = directives.has(DirectiveName.CALLBACK_SHUFFLE);
        watched.put(task, new Watch(front, TaskStatus.QUEUED, shuffled ? List.of(body) : List.of()));
        if (directives.has(DirectiveName.CALLBACK_EARLY)) {
            deliver(letters(front, task, List.of(body)));
            return;
        }
        if (!shuffled && front.form().callbacks().told().contains(TaskStatus.QUEUED)) {
            post(front, task, List.of(body));
        }
    }

    private static boolean leadsHere(String address) {
        try {
            return Loopback.leadsHere(URI.create(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Looks for changes, and for letters that are due again; to be called at short intervals. */
    void tick() {
        watched.forEach((task, watch) -> {
            TaskStatus current = task.stateAt(clock.instant()).status();
            if (current != watch.last()) {
                changed(task, watch, current);
            }
        });
        Instant now = clock.instant();
        for (Letter letter : List.copyOf(retries)) {
            if (!now.isBefore(letter.due()) && retries.remove(letter)) {
                threads.execute(() -> deliver(List.of(letter)));
            }
        }
    }

    private void changed(Task task, Watch watch, TaskStatus current) {
        Front front = watch.front();
        List<String> bodies = new ArrayList<>(List.of(body(front, task)));
        boolean shuffled = task.spec().directives().has(DirectiveName.CALLBACK_SHUFFLE);
        if (!current.isFinal()) {
            List<String> held = new ArrayList<>(watch.held());
            held.addAll(0, shuffled ? bodies : List.of());
            watched.put(task, new Watch(front, current, held));
        } else {
            watched.remove(task);
            bodies.addAll(watch.held());
        }
        boolean told = front.form().callbacks().told().contains(current);
        if (told && (current.isFinal() || !shuffled)) {
            post(front, task, bodies);
        }
    }

    private String body(Front front, Task task) {
        return front.form().described(task, views.of(task, clock.instant())).toString();
    }

    private void post(Front front, Task task, List<String> bodies) {
        List<Letter> letters = letters(front, task, bodies);
        threads.execute(() -> deliver(letters));
    }

    private List<Letter> letters(Front front, Task task, List<String> bodies) {
        String address = task.spec().order().terms().callbackUrl().orElseThrow();
        int copies = 1 + task.spec().directives().find(DirectiveName.CALLBACK_REPEAT).map(Directive::number).orElse(0);
        List<Letter> letters = new ArrayList<>();
        for (String body : bodies) {
            for (int copy = 0; copy < copies; copy++) {
                letters.add(new Letter(address, body, front.form().callbacks(), 0, clock.instant()));
            }
        }
        return letters;
    }

    private void deliver(List<Letter> letters) {
        for (Letter letter : letters) {
            Optional<Instant> refused = send(letter);
            if (refused.isPresent() && letter.attempt() < letter.plan().waits().size()) {
                Instant due = refused.get().plus(letter.plan().waits().get(letter.attempt()));
                retries.add(new Letter(letter.address(), letter.body(), letter.plan(), letter.attempt() + 1, due));
            }
        }
    }

    /** Sends a letter; if it was not taken, says from when on to wait, which for a refusal is when it was sent. */
    private Optional<Instant> send(Letter letter) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(letter.address()))
                .timeout(letter.plan().patience())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(letter.body()))
                .build();
        recorder.count("callbacks");
        Instant sent = clock.instant();
        try {
            boolean taken = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 300;
            return taken ? Optional.empty() : Optional.of(sent);
        } catch (IOException e) {
            recorder.count("callbacks-unanswered");
            return Optional.of(clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
