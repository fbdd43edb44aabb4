package org.spoolbot.engine.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a file that a client asks for. */
sealed interface ByteSpan {
    /** Everything: nothing was asked, or something that may be answered with everything. */
    record Whole() implements ByteSpan {}

    /** From the first to the last byte, both included. */
    record Part(long first, long last) implements ByteSpan {
        long length() {
            return last - first + 1;
        }
    }

    /** Nothing of it is there. */
    record Outside() implements ByteSpan {}

    /** One range; several at once are answered with everything, which is allowed and cheaper than being asked for a thousand. */
    Pattern ONE_RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /** Reads a {@code Range} header for a file of that size. */
    static ByteSpan of(Optional<String> header, long size) {
        Optional<Matcher> range = header.map(ONE_RANGE::matcher).filter(Matcher::matches);
        if (range.isEmpty()) {
            return new Whole();
        }
        String first = range.get().group(1);
        String last = range.get().group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : tail(Long.parseLong(last), size);
        }
        return between(Long.parseLong(first), last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last), size);
    }

    private static ByteSpan tail(long count, long size) {
        return count == 0 || size == 0 ? new Outside() : new Part(Math.max(0, size - count), size - 1);
    }

    private static ByteSpan between(long first, long last, long size) {
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Outside() : new Part(first, Math.min(last, size - 1));
    }
}
