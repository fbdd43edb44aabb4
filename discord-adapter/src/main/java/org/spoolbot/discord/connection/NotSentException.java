package org.spoolbot.discord.connection;

import java.io.IOException;

/** No connection came about, so nothing of the request has left. Any other failure of a request leaves open what Discord got. */
public final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    NotSentException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
