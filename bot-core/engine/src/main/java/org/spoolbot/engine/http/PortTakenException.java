package org.spoolbot.engine.http;

/** The server's port belongs to another program. The message is a sentence for the operator. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String host, int port) {
        super("Port " + port + " of " + host + " is taken by another program: stop that program, or set http.port in"
                + " config/spoolbot.yml (SPOOLBOT_HTTP_PORT) to a free one.");
    }
}
