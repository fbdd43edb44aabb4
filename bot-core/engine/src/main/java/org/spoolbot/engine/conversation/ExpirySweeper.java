package org.spoolbot.engine.conversation;

import jakarta.inject.Inject;
import org.spoolbot.api.conversation.ConversationContext;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.time.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends conversations that ran out of time, and lets their handlers say a word. */
public final class ExpirySweeper implements Startable {
    private static final Duration ROUND = Duration.ofSeconds(15);
    private static final int AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(ExpirySweeper.class);

    private final ConversationBooks books;
    private final ConversationTable table;
    private final FarewellDesk farewells;
    private final InstantSource clock;
    private final Waiting waiting;
    private final ExecutorService executor;
    private volatile @Nullable Future<?> rounds;

    @Inject
    ExpirySweeper(
            ConversationBooks books,
            ConversationTable table,
            FarewellDesk farewells,
            InstantSource clock,
            Waiting waiting,
            ExecutorService executor) {
        this.books = books;
        this.table = table;
        this.farewells = farewells;
        this.clock = clock;
        this.waiting = waiting;
        this.executor = executor;
    }

    @Override
    public void start() {
        rounds = executor.submit(this::rounds);
    }

    @Override
    public void stop() {
        Future<?> running = rounds;
        if (running != null) {
            running.cancel(true);
        }
    }

    private void rounds() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                waiting.until(clock.instant().plus(ROUND));
                sweepCarefully();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A busy database is tried again in the next round. */
    private void sweepCarefully() {
        try {
            sweep();
        } catch (RuntimeException fault) {
            LOG.warn("conversations that ran out could not be ended; tried again in {} s", ROUND.toSeconds(), fault);
        }
    }

    /** Ends what ran out by now; says how many. */
    public int sweep() {
        List<ConversationBooks.Expired> expired = books.expire(clock.instant(), AT_ONCE);
        expired.forEach(this::sayFarewell);
        return expired.size();
    }

    private void sayFarewell(ConversationBooks.Expired expired) {
        table.handler(expired.conversation().kind()).ifPresent(entry -> {
            try {
                ConversationContext context = farewells.contextOf(expired, entry);
                entry.handler().onExpired(context);
            } catch (RuntimeException fault) {
                LOG.error("the plugin {} failed at the end of a conversation", entry.pluginId(), fault);
            }
        });
    }

    /** Makes the context in which a handler says its last word. */
    @FunctionalInterface
    public interface FarewellDesk {
        /** The context of an expired conversation. */
        ConversationContext contextOf(ConversationBooks.Expired expired, ConversationTable.Entry entry);
    }
}
