package org.spoolbot.engine.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes, written {@code 500 MiB}. */
record ByteSize(long bytes) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12}) ?(B|KiB|MiB|GiB)?");
    private static final Map<String, Integer> SHIFT = Map.of("B", 0, "KiB", 10, "MiB", 20, "GiB", 30);

    static Optional<ByteSize> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        int shift = SHIFT.getOrDefault(matcher.group(2) == null ? "B" : matcher.group(2), 0);
        return amount > Long.MAX_VALUE >> shift ? Optional.empty() : Optional.of(new ByteSize(amount << shift));
    }
}
