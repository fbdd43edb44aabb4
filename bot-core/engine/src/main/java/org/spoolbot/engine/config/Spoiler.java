package org.spoolbot.engine.config;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** When clips are veiled until somebody wants to see them. */
public enum Spoiler {
    /** Where there is a reason to: a new author, for one. Never where only adults read. */
    AUTO,
    /** Whoever made it, wherever it stands. */
    ALWAYS,
    /** Not at all. */
    NEVER;

    /** As it is typed; empty if it is none. */
    public static Optional<Spoiler> of(String typed) {
        return Stream.of(values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(typed)).findFirst();
    }
}
