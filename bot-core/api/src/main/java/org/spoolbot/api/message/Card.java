package org.spoolbot.api.message;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.spoolbot.api.media.MediaFile;

/**
 * A titled table of short facts, with small pictures.
 *
 * @param title at most 200 characters
 * @param body text under the title; may be empty
 * @param fields at most 20
 * @param thumbnails pictures to show small, at most 12, in the order in which the words number them
 * @param tone how it is coloured
 */
public record Card(String title, String body, List<Field> fields, List<MediaFile> thumbnails, Tone tone) {
    public Card {
        requireNonNull(title, "title is null");
        requireNonNull(body, "body is null");
        fields = List.copyOf(fields);
        thumbnails = List.copyOf(thumbnails);
        requireNonNull(tone, "tone is null");
    }

    /** A card of fields alone. */
    public static Card of(String title, List<Field> fields) {
        return new Card(title, "", fields, List.of(), Tone.INFO);
    }

    /** The same in another tone. */
    public Card toned(Tone other) {
        return new Card(title, body, fields, thumbnails, other);
    }

    /** The first field of that name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /**
     * A fact.
     *
     * @param name what it is
     * @param value what it says
     * @param wide whether it needs the whole width
     */
    public record Field(String name, String value, boolean wide) {
        public Field {
            requireNonNull(name, "name is null");
            requireNonNull(value, "value is null");
        }

        /** A short fact. */
        public static Field of(String name, String value) {
            return new Field(name, value, false);
        }
    }

    /** How a card is coloured. */
    public enum Tone {
        INFO,
        SUCCESS,
        WARNING,
        ERROR
    }
}
