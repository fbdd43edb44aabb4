package org.spoolbot.api.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * An option of a command.
 *
 * @param name lower case, {@code a-z 0-9 -}, 1 to 32 characters; typed as {@code --name}
 * @param descriptionKey the message key of its description
 * @param type what it takes
 * @param presence whether it must be there, and whether it may stand without its name
 * @param choices the only values it takes; empty for any
 * @param range of an {@code INTEGER} the least and the most, of a {@code TEXT} the shortest and the longest in characters; empty for any
 */
public record OptionSpec(
        String name, String descriptionKey, Type type, Presence presence, List<String> choices, Optional<Range> range) {
    public OptionSpec {
        requireNonNull(name, "name is null");
        requireNonNull(descriptionKey, "descriptionKey is null");
        requireNonNull(type, "type is null");
        requireNonNull(presence, "presence is null");
        choices = List.copyOf(choices);
        requireNonNull(range, "range is null");
        if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("not an option name: " + name);
        }
    }

    /** A named option that may be left out. */
    public static OptionSpec named(String name, String descriptionKey, Type type) {
        return new OptionSpec(name, descriptionKey, type, Presence.OPTIONAL, List.of(), Optional.empty());
    }

    /** The same with fixed choices. */
    public OptionSpec choosing(List<String> values) {
        return new OptionSpec(name, descriptionKey, type, presence, values, range);
    }

    /** The same with another presence. */
    public OptionSpec as(Presence other) {
        return new OptionSpec(name, descriptionKey, type, other, choices, range);
    }

    /** The same within bounds, both included. */
    public OptionSpec between(int from, int to) {
        return new OptionSpec(name, descriptionKey, type, presence, choices, Optional.of(new Range(from, to)));
    }

    /**
     * Bounds, both included.
     *
     * @param from at least 0
     * @param to at least {@code from}
     */
    public record Range(int from, int to) {
        public Range {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("not a range: " + from + " to " + to);
            }
        }
    }

    /** What an option takes. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A whole number. */
        INTEGER,
        /** {@code true}, {@code false}, {@code on}, {@code off}, {@code yes}, {@code no}; without a value: true. */
        FLAG,
        /** A person: a mention, {@code platform:id}, or a name. */
        MEMBER,
        /** A job id. */
        JOB,
        /** A file. In text commands files come with the message. */
        ATTACHMENT
    }

    /** Whether an option must be there, and how it may be written. */
    public enum Presence {
        /** May be left out; only as {@code --name value}. */
        OPTIONAL,
        /** Must be there, by name or by place. */
        REQUIRED,
        /** May be left out; by name or by place. */
        POSITIONAL,
        /** May be left out; by name, or all words that belong to nothing else. At most one per command. */
        REST
    }
}
