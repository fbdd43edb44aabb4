package org.spoolbot.discord.fake.wire;

import java.util.Map;
import java.util.Optional;

/** The server's end of one WebSocket (RFC 6455) after the handshake. Sending is thread-safe; one thread reads. */
public interface WebSocket {
    /** The query parameters of the handshake, as {@code encoding}, {@code v} and {@code compress}. */
    Map<String, String> query();

    /** Waits for the next text (or binary) message of the client as text; empty once the socket is closed by anybody. */
    Optional<String> read();

    /** The close code that the client sent, 1006 when it left without one (RFC 6455, 7.1.5). */
    int closeCode();

    /** Sends a text message; nothing happens on a closed socket. */
    void text(String message);

    /** Sends a binary message; nothing happens on a closed socket. */
    void binary(byte[] message);

    /** Sends a close frame and lets the client answer it. */
    void close(int code, String reason);

    /** Cuts the TCP connection with a reset, without a close frame. */
    void reset();
}
