package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the parameters of a call from wherever they stand. */
final class Body {
    private static final int MOST_TEXT = 8 << 20;

    private final FileShelf shelf;

    Body(FileShelf shelf) {
        this.shelf = shelf;
    }

    Parameters read(HttpExchange exchange) throws IOException {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""), values);
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
        String kind = type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("multipart/form-data")) {
            return multipart(exchange.getRequestBody(), type, values);
        }
        String text = new String(exchange.getRequestBody().readNBytes(MOST_TEXT), StandardCharsets.UTF_8);
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        if (kind.startsWith("application/json")) {
            return json(text, values);
        }
        form(text, values);
        return new Parameters(values, Map.of(), true);
    }

    private static Parameters json(String text, Map<String, JsonNode> values) {
        JsonNode body = Json.lenient(text.isBlank() ? "{}" : text);
        if (!body.isObject()) {
            throw Refusal.badRequest("can't parse JSON object");
        }
        body.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        // TelegramBots names the method in the body as webhook answers do.
        values.remove("method");
        return new Parameters(values, Map.of(), false);
    }

    private static void form(String text, Map<String, JsonNode> values) {
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), TextNode.valueOf(decoded(pair.substring(equals + 1))));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private Parameters multipart(InputStream in, String type, Map<String, JsonNode> values) throws IOException {
        String boundary = type.replaceAll("(?i)^.*?boundary=\"?([^\";]+)\"?.*$", "$1");
        Multipart multipart = new Multipart(in, boundary);
        multipart.copyTo(OutputStream.nullOutputStream());
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Map<String, String> named = multipart.next(); !named.isEmpty(); named = multipart.next()) {
            String field = named.getOrDefault("name", "");
            if (named.containsKey("filename") || named.containsKey("filename*")) {
                parts.put(field, file(multipart, field, named));
                continue;
            }
            Kept kept = new Kept(new ByteArrayOutputStream(), MOST_TEXT);
            multipart.copyTo(kept);
            values.put(field, TextNode.valueOf(kept.out.toString()));
        }
        return new Parameters(values, parts, true);
    }

    private Part file(Multipart multipart, String field, Map<String, String> named) throws IOException {
        Path path = shelf.newFile();
        Kept kept = new Kept(Files.newOutputStream(path), shelf.uploadLimit());
        try (kept) {
            multipart.copyTo(kept);
        }
        String name = named.getOrDefault("filename", named.getOrDefault("filename*", "file").replaceFirst("(?i)^utf-8''", ""));
        return new Part(field, name, path, kept.count);
    }

    /** Counts everything, keeps up to a limit: the client may finish its sentence before it is refused. */
    private static final class Kept extends OutputStream {
        final OutputStream out;
        private final long limit;
        private long count;

        Kept(OutputStream out, long limit) {
            this.out = out;
            this.limit = limit;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (count + length <= limit) {
                out.write(bytes, offset, length);
            }
            count += length;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
