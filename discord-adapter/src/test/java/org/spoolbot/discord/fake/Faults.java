package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What shall go wrong next. A route is "METHOD /path" with {} for ids, as "POST /channels/{}/messages", "POST /interactions/{}/{}/callback" or
 * "PATCH /webhooks/{}/{}/messages/{}"; {@link #ANY} is every route. Of several faults the oldest comes first.
 */
public final class Faults {
    /** Every route. */
    public static final String ANY = "*";

    /** What happens to a request. */
    sealed interface Fault {
        /** 429 of this route or of all. */
        record Limited(Duration retryAfter, boolean global) implements Fault {}

        /** Another status with that body. */
        record Refused(int status, ObjectNode body) implements Fault {}

        /** Cut before anything is done. */
        record Dropped() implements Fault {}

        /** Done, then cut. */
        record AnswerLost() implements Fault {}

        /** Answered late. */
        record Slow(Duration delay) implements Fault {}
    }

    private record Planned(String route, Fault fault, AtomicInteger left) {
        boolean take(String actual) {
            return (route.equals(ANY) || route.equals(actual)) && left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
        }
    }

    private final List<Planned> planned = new CopyOnWriteArrayList<>();
    private volatile boolean countingBuckets = true;

    /** The next answers of the route are 429 with that wait, for this route's bucket only. */
    public void rateLimit(String route, Duration retryAfter, int times) {
        plan(route, new Fault.Limited(retryAfter, false), times);
    }

    /** The next answers of any route are 429 with {@code X-RateLimit-Global}. */
    public void globalRateLimit(Duration retryAfter, int times) {
        plan(ANY, new Fault.Limited(retryAfter, true), times);
    }

    /** The next answers of the route have that status, as 500 or 502. */
    public void status(String route, int status, int times) {
        plan(route, new Fault.Refused(status, Json.object().put("message", status + ": Internal Server Error").put("code", 0)), times);
    }

    /** The next requests of the route get that error without effect, as 413/40005 or 403/50013. */
    public void error(String route, int status, int code, String message, int times) {
        plan(route, new Fault.Refused(status, Json.object().put("message", message).put("code", code)), times);
    }

    /** The next requests of the route are cut before anything is done. */
    public void drop(String route, int times) {
        plan(route, new Fault.Dropped(), times);
    }

    /** The next requests of the route are done, but the connection is cut instead of the answer. */
    public void loseAnswer(String route, int times) {
        plan(route, new Fault.AnswerLost(), times);
    }

    /** The next requests of the route are done at once, but their answers wait that long (real time). */
    public void slow(String route, Duration wait, int times) {
        plan(route, new Fault.Slow(wait), times);
    }

    /** Whether the usual limits of the routes are counted, as Discord does; they are until switched off. */
    public void countBuckets(boolean count) {
        countingBuckets = count;
    }

    /** Forgets what was planned and has not come yet. */
    public void clear() {
        planned.clear();
    }

    boolean countingBuckets() {
        return countingBuckets;
    }

    Optional<Fault> next(String route) {
        return planned.stream().filter(plan -> plan.take(route)).map(Planned::fault).findFirst();
    }

    private void plan(String route, Fault fault, int times) {
        planned.add(new Planned(route, fault, new AtomicInteger(times)));
    }
}
