package org.spoolbot.discord.outbound;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Makes requests, and makes them again where a second one does no harm: Discord drops a second message with the same nonce for a few
 * minutes, and replacing or removing twice is the same as once. So an answer that was lost is asked for again.
 */
final class Attempts {
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(250), Duration.ofSeconds(2), Duration.ofSeconds(10));

    private final Pause pause;
    private final Runnable tokenRefused;

    Attempts(Pause pause, Runnable tokenRefused) {
        this.pause = pause;
        this.tokenRefused = tokenRefused;
    }

    /** A request that may be made again. */
    <T> Outcome<T> repeatable(Duration patience, Supplier<RestAction<T>> request) {
        boolean doubt = false;
        for (Duration length : PAUSES) {
            Outcome<T> outcome = once(patience, request);
            if (!(outcome instanceof Outcome.Failed<T>(Failure failure))) {
                return outcome;
            }
            doubt |= failure instanceof Failure.Lost;
            if (!isWorthAnother(failure, doubt) || !isWaited(length)) {
                return doubt && !(failure instanceof Failure.Refused) ? lost() : outcome;
            }
        }
        Outcome<T> last = once(patience, request);
        boolean known = last instanceof Outcome.Done<T> || last instanceof Outcome.Failed<T>(Failure.Refused _) || !doubt;
        return known ? last : lost();
    }

    /** A request that may not. */
    <T> Outcome<T> once(Duration patience, Supplier<RestAction<T>> request) {
        try {
            T answer = request.get().timeout(patience.toMillis(), TimeUnit.MILLISECONDS).complete();
            return new Outcome.Done<>(answer);
        } catch (RuntimeException fault) {
            Failure failure = Failure.of(fault);
            if (failure instanceof Failure.Refused refused && refused.status() == 401) {
                tokenRefused.run();
            }
            return new Outcome.Failed<>(failure);
        }
    }

    private static boolean isWorthAnother(Failure failure, boolean doubt) {
        return switch (failure) {
            case Failure.Lost _ -> true;
            case Failure.NotSent _, Failure.Late _ -> doubt;
            case Failure.Refused refused -> refused.isServerFault();
            case Failure.Closed _, Failure.Broken _ -> false;
        };
    }

    private boolean isWaited(Duration length) {
        try {
            return pause.isOver(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> Outcome<T> lost() {
        return new Outcome.Failed<>(new Failure.Lost("and asking again did not help"));
    }

    /** Waits. */
    @FunctionalInterface
    interface Pause {
        /** Says false if there is no sense in going on. */
        boolean isOver(Duration length) throws InterruptedException;
    }
}
