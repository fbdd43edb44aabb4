package org.spoolbot.telegram.fake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data} (RFC 7578) part by part through one buffer, so that a body of any size passes in constant memory. */
final class Multipart {
    private static final int BUFFER = 1 << 17;
    private static final int LONGEST_LINE = 8192;
    // Some clients leave the value unquoted, some quote it.
    private static final Pattern ATTRIBUTE = Pattern.compile("[;\\s](name|filename\\*?)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private final int[] skips = new int[256];
    private int start;
    private int end;

    Multipart(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        Arrays.fill(skips, delimiter.length);
        for (int i = 0; i < delimiter.length - 1; i++) {
            skips[delimiter[i] & 0xff] = delimiter.length - 1 - i;
        }
        buffer[0] = '\r';
        buffer[1] = '\n';
        end = 2;
    }

    /** The name attributes of the next part, empty after the last one. The first part is reached after copying the preamble to nowhere. */
    Map<String, String> next() throws IOException {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (line().startsWith("--")) {
            return attributes;
        }
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                attributes.putAll(attributes(header));
            }
        }
        attributes.putIfAbsent("name", "");
        return attributes;
    }

    private static Map<String, String> attributes(String header) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(header);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2).replace("\\\"", "\"");
            found.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return found;
    }

    /** Copies what stands before the next delimiter. */
    void copyTo(OutputStream out) throws IOException {
        while (true) {
            int at = find();
            if (at >= 0) {
                out.write(buffer, start, at - start);
                start = at + delimiter.length;
                return;
            }
            int safe = Math.max(0, end - start - delimiter.length + 1);
            out.write(buffer, start, safe);
            start += safe;
            fill();
        }
    }

    /** Horspool's search: most bytes of a large file are never looked at. */
    private int find() {
        int last = delimiter.length - 1;
        for (int at = start; at + last < end; at += skips[buffer[at + last] & 0xff]) {
            if (Arrays.equals(buffer, at, at + delimiter.length, delimiter, 0, delimiter.length)) {
                return at;
            }
        }
        return -1;
    }

    private String line() throws IOException {
        for (int at = start; ; at++) {
            if (at + 1 >= end) {
                int scanned = at - start;
                if (scanned > LONGEST_LINE) {
                    throw new IOException("a header line of a part is too long");
                }
                fill();
                at = start + scanned;
            }
            if (buffer[at] == '\r' && buffer[at + 1] == '\n') {
                String line = new String(buffer, start, at - start, StandardCharsets.UTF_8);
                start = at + 2;
                return line;
            }
            if (at - start == 1 && buffer[start] == '-' && buffer[at] == '-') {
                return "--";
            }
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int read = in.read(buffer, end, buffer.length - end);
        if (read <= 0) {
            throw new EOFException("the multipart body ends early");
        }
        end += read;
    }
}
