package org.spoolbot.discord.fake.wire;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/** What becomes of a request. */
public sealed interface Reply {
    /** An answer with a body of known length. */
    record Answer(int status, Map<String, String> headers, InputStream body, long length) implements Reply {}

    /** The connection is reset instead of an answer. */
    record Cut() implements Reply {}

    /** The connection goes on as a WebSocket, served until it is closed. */
    record Upgrade(Consumer<WebSocket> server) implements Reply {}

    /** A short text in a format of its own. */
    static Answer text(int status, Map<String, String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, headers, new ByteArrayInputStream(bytes), bytes.length);
    }

    /** Status 204. */
    static Answer nothing(Map<String, String> headers) {
        return new Answer(204, headers, InputStream.nullInputStream(), 0);
    }
}
