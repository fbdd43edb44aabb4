package org.spoolbot.discord.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Makes requests, and makes them again where a second one does no harm: Discord drops a second message with the same nonce for a few
 * minutes, and replacing or removing twice is the same as once. So an answer that was lost is asked for again.
 */
final class Attempts {
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(250), Duration.ofSeconds(2), Duration.ofSeconds(10));

    /** These JDA has asked four times for already. */
    private static final Set<Integer> JDA_TRIED = Set.of(502, 503, 504, 520, 521, 522, 523, 524, 529);

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
                return settled(outcome, doubt);
            }
        }
        return settled(once(patience, request), doubt);
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
            case Failure.Refused refused -> refused.isServerFault() && !JDA_TRIED.contains(refused.status());
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

    /** Once an answer was lost, only a clear word of Discord ends the doubt. */
    private static <T> Outcome<T> settled(Outcome<T> last, boolean doubt) {
        boolean unclear = last instanceof Outcome.Failed<T>(Failure failure)
                && !(failure instanceof Failure.Refused refused && !refused.isServerFault());
        return doubt && unclear ? new Outcome.Failed<>(new Failure.Lost("asking again did not help")) : last;
    }

    /** Waits. */
    @FunctionalInterface
    interface Pause {
        /** Says false if there is no sense in going on. */
        boolean isOver(Duration length) throws InterruptedException;
    }
}
