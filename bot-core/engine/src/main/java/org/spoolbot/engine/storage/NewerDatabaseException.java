package org.spoolbot.engine.storage;

/** The database was written by a newer version of the program. Nothing was changed. */
public final class NewerDatabaseException extends StorageException {
    private static final long serialVersionUID = 1L;

    /** With both schema versions. */
    public NewerDatabaseException(String found, String known) {
        super(
                "The database has schema version " + found + ", this program knows " + known
                        + ". Install the newer version again, or restore the backup made before the upgrade.",
                null);
    }
}
