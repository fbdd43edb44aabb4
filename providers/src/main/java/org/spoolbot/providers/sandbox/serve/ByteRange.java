package org.spoolbot.providers.sandbox.serve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param first its first byte
 * @param last its last byte
 */
record ByteRange(long first, long last) {

    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    long length() {
        return last - first + 1;
    }

    /** Reads a Range header; the whole file if it is of a form that a server may ignore, nothing if it cannot be met. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher matcher = FORM.matcher(header.strip());
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.of(new ByteRange(0, size - 1));
        }
        if (matcher.group(1).isEmpty()) {
            long count = Math.min(size, Long.parseLong(matcher.group(2)));
            return count == 0 ? Optional.empty() : Optional.of(new ByteRange(size - count, size - 1));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(matcher.group(2)));
        return first >= size || last < first ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }
}
