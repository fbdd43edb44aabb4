package org.spoolbot.engine.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GatewayLimits;

/** How one gateway does, and how much it has to do just now. Forgotten with the process. */
final class GatewayHealth {
    private static final int MOST_INCIDENTS = 10;
    private static final Duration PEACE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PEACE = Duration.ofMinutes(10);

    private final Breaker breaker = new Breaker();
    private final CallLog orders = new CallLog();
    private final CallLog questions = new CallLog();
    private final Deque<Incident> incidents = new ArrayDeque<>();
    private final Pace pace = new Pace();
    private Instant fullUntil = Instant.MIN;
    private int running;
    private int ordering;

    synchronized Standing standing(Instant now) {
        Standing sick = breaker.standing(now);
        if (sick.state() == Standing.State.RESTING || !now.isBefore(fullUntil)) {
            return sick;
        }
        return new Standing(Standing.State.FULL, Optional.of(fullUntil), Optional.of(ErrorKind.RATE_LIMIT), "");
    }

    /** Whether one more order may be sent now; one at a time to a gateway that was sick. */
    synchronized boolean admits(GatewayLimits limits, Instant now) {
        Standing standing = standing(now);
        boolean trialUnderWay = standing.state() == Standing.State.TRIAL && ordering > 0;
        return standing.isOpen()
                && !trialUnderWay
                && running < limits.running()
                && pace.isFree(limits.ordersPerSecond(), now);
    }

    /** When it may admit an order that it does not admit now, as far as time alone decides. */
    synchronized Optional<Instant> nextChange(GatewayLimits limits, Instant now) {
        Standing standing = standing(now);
        if (!standing.isOpen()) {
            return standing.until();
        }
        boolean paced = running < limits.running() && !pace.isFree(limits.ordersPerSecond(), now);
        return paced ? Optional.of(pace.nextAt(limits.ordersPerSecond(), now)) : Optional.empty();
    }

    synchronized void entered() {
        running++;
    }

    synchronized void left() {
        running--;
    }

    synchronized void ordering() {
        ordering++;
        pace.take();
    }

    synchronized void ordered() {
        ordering = Math.max(0, ordering - 1);
    }

    synchronized int running() {
        return running;
    }

    void played(Instant now, Duration took, Optional<Incident> incident) {
        orders.add(now, took, incident.isEmpty());
        incident.ifPresent(this::note);
    }

    void orderWentWell(Instant now, Duration took) {
        orders.add(now, took, true);
        breaker.success();
    }

    /** The gateway answered; what it refused is the member's fault, or passes. */
    void orderAnswered(Instant now, Duration took, Incident refusal) {
        orders.add(now, took, true);
        breaker.success();
        note(refusal);
    }

    synchronized void orderTurnedAway(Instant now, Duration took, Optional<Duration> retryAfter, Incident refusal) {
        orders.add(now, took, false);
        Duration wanted = retryAfter.orElse(PEACE);
        fullUntil = now.plus(wanted.compareTo(LONGEST_PEACE) > 0 ? LONGEST_PEACE : wanted);
        note(refusal);
    }

    boolean orderFailed(Instant now, Duration took, ErrorKind kind, Incident fault) {
        orders.add(now, took, false);
        note(fault);
        return breaker.failure(kind, now);
    }

    /** Only a paid call proves that a gateway which was sick takes orders again. */
    void questionWentWell(Instant now, Duration took) {
        questions.add(now, took, true);
        if (breaker.standing(now).state() == Standing.State.HEALTHY) {
            breaker.success();
        }
    }

    boolean questionFailed(Instant now, Duration took, ErrorKind kind, Incident fault) {
        questions.add(now, took, false);
        note(fault);
        return Verdict.of(kind) == Verdict.SICK
                && breaker.standing(now).state() == Standing.State.HEALTHY
                && breaker.failure(kind, now);
    }

    void skipped(Incident skip) {
        note(skip);
    }

    synchronized void reset() {
        breaker.reset();
        fullUntil = Instant.MIN;
    }

    CallLog.Summary orders(Instant now) {
        return orders.summary(now);
    }

    CallLog.Summary questions(Instant now) {
        return questions.summary(now);
    }

    List<Incident> incidents() {
        synchronized (incidents) {
            return List.copyOf(incidents.reversed());
        }
    }

    private void note(Incident incident) {
        synchronized (incidents) {
            incidents.addLast(incident);
            if (incidents.size() > MOST_INCIDENTS) {
                incidents.removeFirst();
            }
        }
    }

    /** What a refusal says of the gateway. */
    enum Verdict {
        /** It works, and said no to the member. */
        WELL,
        /** It has too much to do. */
        FULL,
        /** It does not work, or not for this server. */
        SICK;

        static Verdict of(ErrorKind kind) {
            return switch (kind) {
                case UPSTREAM, TIMEOUT, PROTOCOL, SUBMIT_AMBIGUOUS, AUTH, NO_CREDIT, ROUTE_MISCONFIGURED -> SICK;
                case RATE_LIMIT -> FULL;
                case INVALID_PARAMS, CONTENT_POLICY, FACE_REJECTED, COPYRIGHT, MEDIA_UNFETCHABLE, NOT_FOUND, NO_ROUTE,
                        CANCELLED_BY_PROVIDER, STORAGE, INTERNAL -> WELL;
            };
        }
    }
}
