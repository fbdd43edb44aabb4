package org.spoolbot.discord.fake.wire;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** One HTTP request. The body streams: whoever wants it reads it before answering; what stays unread is thrown away. */
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers, InputStream body) {
    /** A header by its lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether the client asks to go on as a WebSocket; RFC 6455, 4.1. */
    public boolean upgrade() {
        return header("upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
    }
}
