package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.time.InstantSource;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.telegram.shelf.Shelf;

/**
 * Uploads that are under way. Telegram knows no mark of a sender by which it would drop a second message, so one whose end nobody saw,
 * because the server was killed meanwhile, must not be sent again unasked.
 */
final class OpenUploads {
    private static final Shelf.Bounds BOUNDS = new Shelf.Bounds(1_000, Duration.ofDays(30));

    private final Shelf begun;

    OpenUploads(KeyValueStore store, InstantSource clock) {
        this.begun = new Shelf(store, "upload/", BOUNDS, clock);
    }

    void begins(String nonce) {
        begun.put(nonce, "");
    }

    void ends(String nonce) {
        begun.remove(nonce);
    }

    /** Whether it was under way when the server ended. Tells it once: whoever asks for it after that wants it again. */
    boolean endedUnseen(String nonce) {
        boolean unseen = begun.get(nonce).isPresent();
        if (unseen) {
            begun.remove(nonce);
        }
        return unseen;
    }

    void tidy() {
        begun.tidy();
    }
}
