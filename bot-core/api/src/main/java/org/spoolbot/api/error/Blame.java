package org.spoolbot.api.error;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import org.spoolbot.api.media.MediaKind;

/** What of a request a gateway refuses, so that the member can mend just that. */
public sealed interface Blame {
    /** Short and lower case: {@code image:2}, {@code words}, {@code sound}, {@code picture}, {@code length}. */
    String code();

    /**
     * A reference.
     *
     * @param kind its kind
     * @param index its number among those of its kind, as the member knows it, 1 to 99
     */
    record File(MediaKind kind, int index) implements Blame {
        public File {
            requireNonNull(kind, "kind is null");
            if (index < 1 || index > 99) {
                throw new IllegalArgumentException("a reference is numbered from 1 to 99");
            }
        }

        @Override
        public String code() {
            return kind.name().toLowerCase(Locale.ROOT) + ":" + index;
        }
    }

    /** The prompt. */
    record Words() implements Blame {
        @Override
        public String code() {
            return "words";
        }
    }

    /** The sound that was made: without sound it may pass. */
    record Sound() implements Blame {
        @Override
        public String code() {
            return "sound";
        }
    }

    /** The pictures that were made. */
    record Picture() implements Blame {
        @Override
        public String code() {
            return "picture";
        }
    }

    /** The clip's length. */
    record Length() implements Blame {
        @Override
        public String code() {
            return "length";
        }
    }

    /** The blame of that code; empty if there is none. */
    static Optional<Blame> of(String code) {
        return switch (code) {
            case "words" -> Optional.of(new Words());
            case "sound" -> Optional.of(new Sound());
            case "picture" -> Optional.of(new Picture());
            case "length" -> Optional.of(new Length());
            default -> file(code);
        };
    }

    private static Optional<Blame> file(String code) {
        if (!code.matches("(image|video|audio):[1-9]\\d?")) {
            return Optional.empty();
        }
        int colon = code.indexOf(':');
        MediaKind kind = MediaKind.valueOf(code.substring(0, colon).toUpperCase(Locale.ROOT));
        return Optional.of(new File(kind, Integer.parseInt(code.substring(colon + 1))));
    }
}
