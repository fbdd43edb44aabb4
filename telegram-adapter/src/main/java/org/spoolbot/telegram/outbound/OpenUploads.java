package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.telegram.shelf.Shelf;

/**
 * What became of messages that carry a nonce. Telegram knows no mark of a sender by which it would drop a second message, so we keep one: an
 * upload whose end nobody saw, because the server was killed meanwhile, must not be sent again unasked, and what was sent must not be sent
 * again because the server was killed before it could write that down.
 */
final class OpenUploads {
    static final int MOST = 5_000;
    private static final Shelf.Bounds BOUNDS = new Shelf.Bounds(MOST, Duration.ofDays(30));
    private static final String UNDER_WAY = "";

    private final Shelf marks;
    /** Of whom it was said in this process that nobody knows: who asks again after that wants it again. */
    private final Set<Mark> told = ConcurrentHashMap.newKeySet();

    OpenUploads(KeyValueStore store, InstantSource clock) {
        this.marks = new Shelf(store, "upload/", BOUNDS, clock);
    }

    /**
     * One message of one job in one chat.
     *
     * @param channel where it was to go, even if the chat has another id by now
     * @param nonce as the server gave it
     */
    record Mark(String channel, String nonce) {
        private String key() {
            return channel + "/" + nonce;
        }
    }

    void begins(Mark mark) {
        marks.put(mark.key(), UNDER_WAY);
    }

    /** Durable when it returns. What surely was not sent may be sent again, and what may have been sent stays marked. */
    void ended(Mark mark, SendResult result) {
        switch (result) {
            case SendResult.Sent(MessageRef message) -> marks.put(mark.key(), message.channel() + "/" + message.id());
            case SendResult.UnknownOutcome _ -> tell(mark);
            case SendResult.Gone _, SendResult.Forbidden _, SendResult.TooLarge _, SendResult.SlowDown _, SendResult.Unreachable _ -> clear(mark);
        }
    }

    private void clear(Mark mark) {
        if (marks.get(mark.key()).isPresent()) {
            marks.remove(mark.key());
        }
    }

    /** How it ended when it was sent before; empty if it may be sent now. */
    Optional<SendResult> before(Mark mark) {
        Optional<String> noted = marks.get(mark.key());
        if (noted.filter(UNDER_WAY::equals).isPresent()) {
            return tell(mark) ? Optional.of(new SendResult.UnknownOutcome("the server ended while it was sent")) : Optional.empty();
        }
        return noted.map(OpenUploads::sent);
    }

    private static SendResult sent(String noted) {
        int slash = noted.lastIndexOf('/');
        return new SendResult.Sent(new MessageRef(PrivateWay.PLATFORM, noted.substring(0, slash), noted.substring(slash + 1)));
    }

    private boolean tell(Mark mark) {
        if (told.size() >= MOST) {
            told.clear();
        }
        return told.add(mark);
    }

    void tidy() {
        marks.tidy();
    }
}
