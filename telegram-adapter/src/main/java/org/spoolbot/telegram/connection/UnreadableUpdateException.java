package org.spoolbot.telegram.connection;

/** An update that nobody can ever read. Its message quotes nothing of it. */
public final class UnreadableUpdateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the kind of fault. */
    public UnreadableUpdateException(String message) {
        super(message);
    }
}
