package org.spoolbot.telegram.outbound;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.telegram.render.MessageText;
import org.spoolbot.telegram.shelf.RecentlyUsed;
import org.spoolbot.telegram.shelf.Shelf;

/**
 * The pictures of cards. A message with keys has room for one picture, so all of them are in one, which is made and sent anew only when they
 * change. What stands under which message is kept; that a message is of words alone is only in memory, because after a restart it may stay
 * so. Thread-safe.
 */
final class CardPictures {
    private static final Shelf.Bounds BOUNDS = new Shelf.Bounds(20_000, Duration.ofDays(30));
    private static final int MOST_TEXTS = 10_000;
    private static final int MARK = 12;

    private final Thumbnails thumbnails;
    private final Shelf shown;
    private final Map<MessageRef, Boolean> texts = new RecentlyUsed<>(MOST_TEXTS);

    CardPictures(Thumbnails thumbnails, KeyValueStore store, InstantSource clock) {
        this.thumbnails = thumbnails;
        this.shown = new Shelf(store, "card/", BOUNDS, clock);
    }

    /** How a message is to be changed. */
    enum Way {
        /** Its words. */
        TEXT,
        /** The words under its picture. */
        CAPTION,
        /** The picture and all. */
        PICTURE
    }

    /** Whether it has pictures to show, and its words have room under one: rather no picture than half of a card. */
    static boolean isPictured(Message message) {
        return message.attachments().isEmpty() && !mark(message).isEmpty() && MessageText.length(message) <= MessageText.MOST_CAPTION;
    }

    Way way(MessageRef place, Message replacement) {
        if (isText(place)) {
            return isPictured(replacement) ? Way.PICTURE : Way.TEXT;
        }
        Optional<String> now = shown.get(key(place));
        if (now.isEmpty()) {
            return Way.TEXT;
        }
        boolean others = replacement.card().isPresent() && !mark(replacement).equals(now.get());
        return others ? Way.PICTURE : Way.CAPTION;
    }

    /** All pictures of a message in one, in a file that is the caller's to discard; none if there is nothing that can be shown. */
    Optional<Path> sheet(Message message) {
        return thumbnails.sheet(pictures(message));
    }

    /** The message stands with its pictures. */
    void pictured(MessageRef place, Message message) {
        forgetText(place);
        shown.put(key(place), mark(message));
    }

    private synchronized void forgetText(MessageRef place) {
        texts.remove(place);
    }

    /** The message stands as words alone. */
    synchronized void bare(MessageRef place) {
        texts.put(place, true);
    }

    private synchronized boolean isText(MessageRef place) {
        return texts.containsKey(place);
    }

    /** Forgets what is too old. */
    void tidy() {
        shown.tidy();
    }

    private static String key(MessageRef place) {
        return place.channel() + "/" + place.id();
    }

    private static String mark(Message message) {
        return pictures(message).stream()
                .map(picture -> picture.info().sha256())
                .map(hash -> hash.substring(Math.max(0, hash.length() - MARK)))
                .collect(Collectors.joining(" "));
    }

    private static List<MediaFile> pictures(Message message) {
        return message.card().map(Card::thumbnails).orElse(List.of());
    }
}
