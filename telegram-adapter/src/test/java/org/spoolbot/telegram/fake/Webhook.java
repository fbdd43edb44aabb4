package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Sends updates to an address: one at a time per chat, again until it is answered with 2xx (docs: setWebhook; server: WebhookActor.cpp). */
final class Webhook {
    private static final int MOST_CONNECTIONS = 40;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Scene scene;
    private final Queue queue;
    private final Set<String> busyLanes = new HashSet<>();
    private final Map<Integer, Integer> failures = new HashMap<>();
    private final Map<Integer, Long> notBefore = new HashMap<>();
    private Optional<Target> target = Optional.empty();
    private UnaryOperator<URI> route = UnaryOperator.identity();
    private Duration resendAfter = Duration.ofSeconds(1);
    private String lastError = "";
    private int generation;

    Webhook(Scene scene, Queue queue) {
        this.scene = scene;
        this.queue = queue;
    }

    private record Target(URI address, String secret, int connections, int generation, HttpClient http) {}

    boolean isSet() {
        return target.isPresent();
    }

    void route(UnaryOperator<URI> by) {
        route = by;
    }

    void resendAfter(Duration pause) {
        resendAfter = pause;
    }

    void set(String url, Parameters parameters) {
        URI address = address(url);
        String secret = parameters.text("secret_token").orElse("");
        if (!secret.matches("[A-Za-z0-9_-]{0,256}")) {
            throw Refusal.badRequest("secret token contains unallowed characters");
        }
        int connections = (int) Math.clamp(parameters.number("max_connections").orElse(MOST_CONNECTIONS), 1, 100);
        remove();
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
        Target next = new Target(address, secret, connections, generation, http);
        target = Optional.of(next);
        Thread.ofVirtual().name("fake-telegram-webhook").start(() -> run(next));
    }

    /** The cloud takes https only; plain http on this machine stands for a server with {@code --local}. */
    private static URI address(String url) {
        URI address = URI.create(url);
        boolean here = "127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost());
        if (!"https".equals(address.getScheme()) && !here) {
            throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        return address;
    }

    void remove() {
        generation++;
        target.ifPresent(old -> Thread.ofVirtual().start(old.http()::close));
        target = Optional.empty();
        busyLanes.clear();
        failures.clear();
        notBefore.clear();
    }

    void close() {
        scene.change(this::remove);
    }

    private void run(Target mine) {
        while (!scene.isClosed() && scene.in(() -> isCurrent(mine))) {
            scene.await(LOOK_AGAIN, () -> !isCurrent(mine) || !due(mine).isEmpty());
            for (Queue.Entry entry : scene.in(() -> claim(mine))) {
                Thread.ofVirtual().name("fake-telegram-webhook-send").start(() -> send(mine, entry));
            }
        }
    }

    private boolean isCurrent(Target mine) {
        return target.filter(mine::equals).isPresent();
    }

    private List<Queue.Entry> claim(Target mine) {
        List<Queue.Entry> due = isCurrent(mine) ? due(mine) : List.of();
        due.forEach(entry -> {
            busyLanes.add(entry.lane());
            queue.delivered(entry.id());
        });
        return due;
    }

    private List<Queue.Entry> due(Target mine) {
        long now = System.nanoTime();
        Set<String> taken = new HashSet<>(busyLanes);
        return queue.from(0, Integer.MAX_VALUE).stream()
                // The first of a lane blocks the rest of it, due or not.
                .filter(entry -> taken.add(entry.lane()))
                .filter(entry -> notBefore.getOrDefault(entry.id(), now) - now <= 0)
                .limit(Math.max(0, mine.connections() - busyLanes.size()))
                .toList();
    }

    private void send(Target mine, Queue.Entry entry) {
        String fault = post(mine, entry);
        scene.change(() -> {
            if (!isCurrent(mine)) {
                return;
            }
            busyLanes.remove(entry.lane());
            if (fault.isEmpty()) {
                queue.confirm(entry.id());
                return;
            }
            lastError = fault;
            int failed = failures.merge(entry.id(), 1, Integer::sum);
            long pause = Math.min(LONGEST_PAUSE.toNanos(), resendAfter.toNanos() << Math.min(failed - 1, 6));
            notBefore.put(entry.id(), System.nanoTime() + pause);
        });
    }

    private String post(Target mine, Queue.Entry entry) {
        HttpRequest.Builder request = HttpRequest.newBuilder(route.apply(mine.address()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(entry.json())));
        if (!mine.secret().isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", mine.secret());
        }
        try {
            int status = mine.http().send(request.build(), BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? "" : "Wrong response from the webhook: " + status;
        } catch (IOException failed) {
            return "Connection failed";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "Connection closed";
        }
    }

    ObjectNode info(int pending) {
        ObjectNode info = Json.object().put("url", target.map(set -> set.address().toString()).orElse("")).put("has_custom_certificate", false).put("pending_update_count", pending);
        if (isSet() && !lastError.isEmpty()) {
            info.put("last_error_message", lastError);
        }
        target.ifPresent(set -> info.put("max_connections", set.connections()));
        return info;
    }
}
