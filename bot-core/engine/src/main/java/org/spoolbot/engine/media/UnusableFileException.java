package org.spoolbot.engine.media;

import java.io.IOException;

/** A stored file is none that a model takes, whatever is done to it: only another file helps. */
public final class UnusableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnusableFileException(String detail) {
        super(detail);
    }
}
