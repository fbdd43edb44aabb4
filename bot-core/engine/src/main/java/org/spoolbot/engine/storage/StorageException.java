package org.spoolbot.engine.storage;

import org.jspecify.annotations.Nullable;

/** The database cannot be used: unreadable, broken, or a backup of it is. The message says what to do. */
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence for the operator. */
    public StorageException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
