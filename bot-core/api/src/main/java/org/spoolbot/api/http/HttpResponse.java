package org.spoolbot.api.http;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer. The server adds {@code nosniff}, length, and for files ranges and entity tags.
 *
 * @param status 200 to 599
 * @param headers by name
 * @param body what follows
 */
public record HttpResponse(int status, Map<String, String> headers, Body body) {
    public HttpResponse {
        headers = Map.copyOf(headers);
        requireNonNull(body, "body is null");
    }

    /** A status without a body. */
    public static HttpResponse empty(int status) {
        return new HttpResponse(status, Map.of(), new Body.Bytes(new byte[0]));
    }

    /** JSON text. */
    public static HttpResponse json(int status, String json) {
        return text(status, "application/json; charset=utf-8", json);
    }

    /** Text of a type. */
    public static HttpResponse text(int status, String contentType, String text) {
        return new HttpResponse(
                status, Map.of("Content-Type", contentType), new Body.Bytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A file of a type, with ranges. */
    public static HttpResponse file(Path path, String contentType) {
        return new HttpResponse(200, Map.of("Content-Type", contentType), new Body.File(path));
    }

    /** Server-sent events. */
    public static HttpResponse events(EventSource source) {
        return new HttpResponse(
                200, Map.of("Content-Type", "text/event-stream", "Cache-Control", "no-store"), new Body.Events(source));
    }

    /** The same with one more header. */
    public HttpResponse with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new HttpResponse(status, more, body);
    }

    /** What follows the headers. */
    public sealed interface Body {
        /**
         * Bytes in memory.
         *
         * @param content all of them
         */
        record Bytes(byte[] content) implements Body {}

        /**
         * A file, streamed.
         *
         * @param path where it lies
         */
        record File(Path path) implements Body {}

        /**
         * Events, as long as both sides are there.
         *
         * @param source writes them
         */
        record Events(EventSource source) implements Body {}
    }

    /** Writes events to one client on the request's own virtual thread and returns when it has no more to say. */
    @FunctionalInterface
    public interface EventSource {
        /**
         * Writes until done or interrupted. The server interrupts it when it stops.
         *
         * @throws java.io.IOException from the sink, when the client is gone
         */
        void stream(EventSink sink) throws java.io.IOException, InterruptedException;
    }

    /** One client's end of an event stream. */
    public interface EventSink {
        /** Sends an event and flushes. */
        void send(String id, String event, String data) throws java.io.IOException;

        /** Sends a comment line, to see whether the client is still there. */
        void ping() throws java.io.IOException;
    }
}
