package org.spoolbot.discord.inbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.TokenConflictEvent;
import org.spoolbot.discord.connection.PlatformState;
import org.spoolbot.discord.outbound.Address;

/**
 * Tells Discord that an interaction was heard, before anything is done about it. Discord lets one process do so: if it refuses ours, another
 * one answers with the same token, and nothing must be made of the interaction here.
 */
public final class Acknowledger {
    private static final Logger LOG = LoggerFactory.getLogger(Acknowledger.class);
    /** Discord waits for 3 seconds. Who is refused sooner than this was not too late. */
    private static final Duration PROMPT = Duration.ofSeconds(1);
    /** The clock of this machine and Discord's differ a little; beyond this, an age says nothing. */
    private static final Duration YOUNG = Duration.ofSeconds(2);
    private static final Duration PEACE = Duration.ofMinutes(1);

    private final EventBus events;
    private final PlatformState state;
    private final InstantSource clock;
    private final Attempts attempts;
    private final AtomicReference<Instant> conflictTold = new AtomicReference<>(Instant.MIN);

    /** Tells conflicts to the server and to the state of the platform. */
    public Acknowledger(EventBus events, PlatformState state, InstantSource clock, Attempts attempts) {
        this.events = events;
        this.state = state;
        this.clock = clock;
        this.attempts = attempts;
    }

    /** Sends the acknowledgement and waits for Discord's word. */
    Outcome give(Interaction interaction, RestAction<?> answer) {
        Instant received = clock.instant();
        try {
            answer.complete();
            return Outcome.GIVEN;
        } catch (ErrorResponseException refusal) {
            return refused(interaction, refusal.getErrorResponse(), received);
        } catch (RuntimeException fault) {
            LOG.warn("an interaction could not be acknowledged: {}", fault.getClass().getSimpleName());
            return Outcome.REFUSED;
        }
    }

    private Outcome refused(Interaction interaction, ErrorResponse reason, Instant received) {
        boolean given = reason == ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED;
        if (given && attempts.repeated(interaction.getId())) {
            LOG.info("an interaction was acknowledged, but the answer was lost");
            return Outcome.LOST;
        }
        if (given || (reason == ErrorResponse.UNKNOWN_INTERACTION && wasPrompt(interaction, received))) {
            conflict(given ? "an interaction was already acknowledged" : "a fresh interaction was unknown to Discord");
            return Outcome.REFUSED;
        }
        LOG.warn("an interaction was not acknowledged: {} ({})", reason, reason.getCode());
        return Outcome.REFUSED;
    }

    private boolean wasPrompt(Interaction interaction, Instant received) {
        Duration age = Duration.between(interaction.getTimeCreated().toInstant(), received).abs();
        return age.compareTo(YOUNG) < 0 && clock.instant().isBefore(received.plus(PROMPT));
    }

    private void conflict(String detail) {
        state.conflict(detail);
        Instant now = clock.instant();
        Instant told = conflictTold.get();
        boolean due = told.equals(Instant.MIN) || !now.isBefore(told.plus(PEACE));
        if (!due || !conflictTold.compareAndSet(told, now)) {
            return;
        }
        LOG.error("Another process uses this Discord token: {}. Stop it, or reset the token.", detail);
        events.fire(new TokenConflictEvent(Address.PLATFORM, detail));
    }

    /** What came of an acknowledgement. */
    enum Outcome {
        /** Discord knows that it was heard. */
        GIVEN,
        /** Discord knows, but its word was lost and JDA takes it for refused: nothing is made of it, and the member is told. */
        LOST,
        /** Nothing may be made of it. */
        REFUSED
    }
}
