package org.spoolbot.telegram.inbound;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.telegram.shelf.Shelf;

/**
 * Tells a group why pictures are missing: privacy mode shows a bot of an album only the part whose caption speaks to it
 * (https://core.telegram.org/bots/features#privacy-mode). Thread-safe; blocks.
 */
final class HiddenParts {
    private static final Shelf.Bounds ONCE_A_DAY = new Shelf.Bounds(5_000, Duration.ofDays(1));

    private final Supplier<Self> self;
    private final Standings standings;
    private final Counter counter;
    private final Shelf told;

    HiddenParts(Supplier<Self> self, Standings standings, Counter counter, KeyValueStore store, InstantSource clock) {
        this.self = self;
        this.standings = standings;
        this.counter = counter;
        this.told = new Shelf(store, "album-hint/", ONCE_A_DAY, clock);
    }

    /** The command in an album of so many parts, if the others were kept from the bot and its group was not told yet. */
    Optional<Inbound.TextInput> untold(int parts, Inbound heard) {
        return parts == 1 && heard instanceof Inbound.TextInput text && isCommand(text) && isHidden(text.origin())
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Says why. */
    void tell(Inbound.TextInput command) {
        Origin origin = command.origin();
        told.put(origin.destination().channel(), "");
        counter.say(origin, origin.destination().replyingTo(command.messageId()), "telegram.album-hidden");
    }

    /** Replies to the bot come whole. */
    private static boolean isCommand(Inbound.TextInput text) {
        return text.text().startsWith("/") && text.address().repliedTo().isEmpty();
    }

    private boolean isHidden(Origin origin) {
        String chat = origin.destination().channel();
        return !origin.destination().isPrivate()
                && !self.get().readsAll()
                && told.get(chat).isEmpty()
                && !standings.mayAdminister(Long.parseLong(chat), self.get().id());
    }

    /** Forgets who was told long ago. */
    void tidy() {
        told.tidy();
    }
}
