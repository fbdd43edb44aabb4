package org.spoolbot.engine.http;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is sent of a file. Decided before it is opened.
 *
 * @param status the status
 * @param headers about the part
 * @param first the first byte
 * @param count how many bytes
 */
record FilePlan(int status, Map<String, String> headers, long first, long count) {
    /**
     * Decides.
     *
     * @param size of the file
     * @param tag its entity tag, quoted
     */
    static FilePlan of(long size, String tag, Wishes wishes) {
        Map<String, String> headers = new TreeMap<>(Map.of("ETag", tag, "Accept-Ranges", "bytes"));
        if (wishes.ifNoneMatch().filter(known -> names(known, tag)).isPresent()) {
            return new FilePlan(304, headers, 0, 0);
        }
        boolean stale = wishes.ifRange().filter(known -> !known.equals(tag)).isPresent();
        return switch (ByteSpan.of(stale ? Optional.empty() : wishes.range(), size)) {
            case ByteSpan.Whole whole -> new FilePlan(200, headers, 0, size);
            case ByteSpan.Part part -> {
                headers.put("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
                yield new FilePlan(206, headers, part.first(), part.length());
            }
            case ByteSpan.Outside outside -> {
                headers.put("Content-Range", "bytes */" + size);
                yield new FilePlan(416, headers, 0, 0);
            }
        };
    }

    private static boolean names(String known, String tag) {
        for (String candidate : known.split(",", 32)) {
            String bare = candidate.strip();
            if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    /** The headers by which a client asks for a part, or for nothing if it has it. */
    record Wishes(Optional<String> range, Optional<String> ifRange, Optional<String> ifNoneMatch) {}
}
