package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The REST requests that came, newest 10,000. Thread-safe. */
public final class Traffic {
    /** A request by its route, as "POST /channels/{}/messages", with its body (of a multipart one the payload_json), status and time of the fake's clock. */
    public record Seen(String route, String path, ObjectNode body, int status, Instant at) {}

    private static final int MOST = 10_000;
    private final Deque<Seen> seen = new ArrayDeque<>();
    private final Changes changes = new Changes();
    private int invalid;

    /** All of them, oldest first. */
    public synchronized List<Seen> all() {
        return List.copyOf(seen);
    }

    /** Those of one route. */
    public List<Seen> of(String route) {
        return all().stream().filter(request -> request.route().equals(route)).toList();
    }

    /** Waits until there were that many of one route in all, answered or refused. */
    public List<Seen> await(String route, int count) {
        changes.await(count + " requests " + route + "; there were " + of(route).size() + " at first", () -> of(route).size() >= count);
        return of(route);
    }

    /**
     * How many answers were 401, 403 or 429: 10,000 of them in ten minutes ban an address, https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans.
     */
    public synchronized int invalidRequests() {
        return invalid;
    }

    void add(Seen request) {
        keep(request);
        changes.announce();
    }

    private synchronized void keep(Seen request) {
        seen.add(request);
        if (request.status() == 401 || request.status() == 403 || request.status() == 429) {
            invalid++;
        }
        if (seen.size() > MOST) {
            seen.removeFirst();
        }
    }

    static ObjectNode bodyOf(JsonNode body) {
        return body instanceof ObjectNode object ? object : Json.object();
    }
}
