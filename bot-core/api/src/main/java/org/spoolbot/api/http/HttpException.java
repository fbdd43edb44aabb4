package org.spoolbot.api.http;

/** A request that is answered with an error: {@code {"error": message}}. */
public final class HttpException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** With a status of 400 to 599 and a sentence for whoever called. */
    public HttpException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** The status. */
    public int status() {
        return status;
    }
}
