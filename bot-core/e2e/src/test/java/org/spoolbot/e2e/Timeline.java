package org.spoolbot.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A chat as a page would show it: messages with their edits, without what was deleted. */
final class Timeline {
    private final Map<String, Utterance> messages = new LinkedHashMap<>();
    private final List<String> arrivals = new ArrayList<>();
    private boolean caughtUp;

    synchronized void take(String type, String data) {
        JsonNode json = Json.read(data);
        switch (type) {
            case "message" -> {
                arrivals.add(json.path("id").asText());
                messages.put(json.path("id").asText(), new Utterance(json));
            }
            case "edit" -> messages.put(json.path("id").asText(), new Utterance(json));
            case "delete" -> messages.remove(json.path("id").asText());
            case "ready" -> caughtUp = true;
            default -> throw new AssertionError("an event that the page does not know: " + type);
        }
        notifyAll();
    }

    synchronized List<Utterance> messages() {
        return List.copyOf(messages.values());
    }

    /** Ids in the order they came as new messages; an id that came twice was told twice. */
    synchronized List<String> arrivals() {
        return List.copyOf(arrivals);
    }

    synchronized void forgetCaughtUp() {
        caughtUp = false;
    }

    synchronized void awaitCaughtUp(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!caughtUp) {
            pause("the chat's history", deadline);
        }
    }

    synchronized Utterance await(String what, Predicate<Utterance> fits, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<Utterance> found = find(fits);
        while (found.isEmpty()) {
            pause(what, deadline);
            found = find(fits);
        }
        return found.get();
    }

    private Optional<Utterance> find(Predicate<Utterance> fits) {
        return messages.values().stream().filter(fits).findFirst();
    }

    private void pause(String what, long deadline) {
        if (System.nanoTime() >= deadline) {
            throw new AssertionError(what + " never came. The chat:\n" + shown());
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, deadline - System.nanoTime()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    private String shown() {
        StringBuilder shown = new StringBuilder();
        messages.values().forEach(message -> shown.append(message.json()).append('\n'));
        return shown.toString();
    }
}
