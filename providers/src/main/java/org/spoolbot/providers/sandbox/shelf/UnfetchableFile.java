package org.spoolbot.providers.sandbox.shelf;

/** A file that could not be brought; the message says why. */
public final class UnfetchableFile extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message why
     */
    public UnfetchableFile(String message) {
        super(message);
    }
}
