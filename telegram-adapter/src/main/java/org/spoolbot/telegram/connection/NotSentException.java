package org.spoolbot.telegram.connection;

import java.io.IOException;

/** A call that surely was not done, because its request never was complete. */
public final class NotSentException extends IOException {
    private static final long serialVersionUID = 1;

    NotSentException(IOException cause) {
        super("the request was not sent", cause);
    }
}
