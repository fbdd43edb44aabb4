package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.event.TokenConflictEvent;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.storage.Storage;
import org.spoolbot.engine.store.KeyValueBooks;

/**
 * What waits until an owner lets it go: the jobs of a database that was not fresh, which the storage holds, and all that costs something
 * while another process may answer the same members. The latter is kept over restarts: a restart does not make the other process go away.
 */
public final class HeldWork implements Startable {
    private static final Logger LOG = LoggerFactory.getLogger(HeldWork.class);
    private static final String BOOK = "core";
    private static final String KEY = "paid-work-held";
    private static final String NOTHING = "";

    private final Storage storage;
    private final KeyValueBooks books;
    private final EventBus events;
    /** The platform whose token is shared, or {@link #NOTHING}; null until it is read. */
    private final AtomicReference<@Nullable String> conflict = new AtomicReference<>();
    private @Nullable Registration listening;

    @Inject
    HeldWork(Storage storage, KeyValueBooks books, EventBus events) {
        this.storage = storage;
        this.books = books;
        this.events = events;
    }

    @Override
    public void start() {
        listening = events.subscribe(TokenConflictEvent.class, Subscribe.Priority.MONITOR, this::hold);
        conflict().ifPresent(this::alert);
    }

    @Override
    public void stop() {
        if (listening != null) {
            listening.close();
        }
    }

    /** Whether a gateway may get orders now; one that only makes samples always may. */
    boolean admits(VideoProvider provider) {
        return conflict().isEmpty() || provider.models().stream().allMatch(Model::sample);
    }

    /** The platform on which another process used the token, until an owner lets paid work go on. */
    public Optional<String> conflict() {
        String known = conflict.get();
        return Optional.of(known != null ? known : read()).filter(platform -> !platform.equals(NOTHING));
    }

    /** How many jobs wait because the database was not fresh at the start. */
    public int ofStaleDatabase() {
        return storage.held();
    }

    /** Lets everything go on. */
    Released release(MemberId by) {
        Optional<String> lifted = conflict();
        if (lifted.isPresent()) {
            books.of(BOOK).remove(KEY);
            conflict.set(NOTHING);
            LOG.warn("Paid work goes on after the token conflict on {}: member {} said so", lifted.get(), by);
        }
        return new Released(lifted.isPresent(), storage.releaseHeld());
    }

    private void hold(TokenConflictEvent event) {
        LOG.error("Another process uses the token of {}: paid work is held. {}", event.platform(), event.detail());
        conflict.set(event.platform());
        alert(event.platform());
        // Last: where the database does not take it, paid work is held all the same until the next start.
        books.of(BOOK).put(KEY, event.platform());
    }

    private void alert(String platform) {
        events.fire(new AlertEvent("token-conflict", Phrase.of("job.alert.token-conflict", platform)));
    }

    /** Read when it is first asked for: the books open after this is made. A conflict that came meanwhile counts. */
    private String read() {
        String stored = books.of(BOOK).get(KEY).orElse(NOTHING);
        conflict.compareAndSet(null, stored);
        String known = conflict.get();
        return known != null ? known : stored;
    }

    /**
     * What was let go.
     *
     * @param paid whether paid work was held
     * @param jobs how many jobs of a database that was not fresh
     */
    record Released(boolean paid, int jobs) {}
}
