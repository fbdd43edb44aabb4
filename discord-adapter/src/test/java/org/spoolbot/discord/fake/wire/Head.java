package org.spoolbot.discord.fake.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Request line and headers; header names in lower case. */
record Head(String method, String path, Map<String, String> query, Map<String, String> headers) {
    private static final int LONGEST_LINE = 16_384;

    static Head read(InputStream source) throws IOException {
        String[] first = line(source).split(" ");
        if (first.length != 3) {
            throw new IOException("Not an HTTP request");
        }
        String[] target = first[1].split("\\?", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(source); !line.isEmpty(); line = line(source)) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].strip().toLowerCase(Locale.ROOT), parts.length == 2 ? parts[1].strip() : "");
        }
        return new Head(first[0], decoded(target[0]), queryOf(target.length == 2 ? target[1] : ""), headers);
    }

    /** A line without its end. */
    static String line(InputStream source) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = source.read(); next != '\n'; next = source.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("No line");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    private static Map<String, String> queryOf(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
