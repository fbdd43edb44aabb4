package org.spoolbot.telegram.fake;

import java.util.Locale;
import java.util.Optional;

/** What a file is to Telegram: the field of a message, the folder of its download path, and how its ids begin. */
public enum Kind {
    PHOTO("photos", "jpg", "image/jpeg", "AgAC"),
    VIDEO("videos", "mp4", "video/mp4", "BAAC"),
    ANIMATION("animations", "mp4", "video/mp4", "CgAC"),
    AUDIO("music", "mp3", "audio/mpeg", "CQAC"),
    VOICE("voice", "oga", "audio/ogg", "AwAC"),
    DOCUMENT("documents", "bin", "application/octet-stream", "BQAC");

    private final String folder;
    private final String ending;
    private final String type;
    private final String prefix;

    Kind(String folder, String ending, String type, String prefix) {
        this.folder = folder;
        this.ending = ending;
        this.type = type;
        this.prefix = prefix;
    }

    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    String folder() {
        return folder;
    }

    String ending() {
        return ending;
    }

    String type() {
        return type;
    }

    String prefix() {
        return prefix;
    }

    static Optional<Kind> of(String field) {
        for (Kind kind : values()) {
            if (kind.field().equals(field)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
