package org.spoolbot.engine.provider;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.error.ErrorKind;

/**
 * Keeps work away from a sick gateway. Failsafe counts and knows the states; when an open breaker is tried again is decided here, by the
 * server's clock, because Failsafe reads the machine's.
 */
final class Breaker {
    static final Duration FIRST_REST = Duration.ofSeconds(30);
    static final Duration LONGEST_REST = Duration.ofMinutes(10);
    /** Until somebody paid the bill or mended the key. */
    static final Duration ACCOUNT_REST = Duration.ofMinutes(15);
    private static final int FAILURES = 3;
    private static final int OF_CALLS = 6;
    private static final Duration NOT_BY_ITSELF = Duration.ofDays(36_500);

    private final CircuitBreaker<Object> circuit = CircuitBreaker.builder()
            .withFailureThreshold(FAILURES, OF_CALLS)
            .withSuccessThreshold(1)
            .withDelay(NOT_BY_ITSELF)
            .build();
    private Instant until = Instant.MIN;
    private int rests;
    private @Nullable ErrorKind kind;

    synchronized Standing standing(Instant now) {
        if (circuit.isOpen() && !now.isBefore(until)) {
            circuit.halfOpen();
        }
        return switch (circuit.getState()) {
            case CLOSED -> Standing.HEALTHY;
            case HALF_OPEN -> new Standing(Standing.State.TRIAL, Optional.empty(), Optional.ofNullable(kind), "");
            case OPEN -> new Standing(Standing.State.RESTING, Optional.of(until), Optional.ofNullable(kind), "");
        };
    }

    /** A call went well. What was sent before the breaker opened does not close it. */
    synchronized void success() {
        if (circuit.isOpen()) {
            return;
        }
        circuit.recordSuccess();
        if (circuit.isClosed()) {
            rests = 0;
        }
    }

    /** A call failed; says whether that opened the breaker. */
    synchronized boolean failure(ErrorKind failed, Instant now) {
        if (circuit.isOpen()) {
            return false;
        }
        if (isOfAccount(failed)) {
            circuit.open();
            rest(failed, now.plus(ACCOUNT_REST));
            return true;
        }
        circuit.recordFailure();
        if (circuit.isOpen()) {
            rest(failed, now.plus(longer()));
            return true;
        }
        return false;
    }

    synchronized void reset() {
        circuit.close();
        rests = 0;
        kind = null;
    }

    /** Whether the gateway refuses this server's account, whatever is ordered. */
    static boolean isOfAccount(ErrorKind kind) {
        return kind == ErrorKind.AUTH || kind == ErrorKind.NO_CREDIT || kind == ErrorKind.ROUTE_MISCONFIGURED;
    }

    private void rest(ErrorKind failed, Instant end) {
        kind = failed;
        until = end;
    }

    private Duration longer() {
        Duration wanted = FIRST_REST.multipliedBy(1L << Math.min(rests, 10));
        rests++;
        return wanted.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wanted;
    }
}
