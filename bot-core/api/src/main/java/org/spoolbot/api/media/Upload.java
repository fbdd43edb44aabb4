package org.spoolbot.api.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** A file that a member handed in and that has not been read yet. */
public interface Upload {
    /** The name the member's program gave; foreign text, for showing only. */
    String name();

    /** The size the platform declares, in bytes; the engine still counts while reading. */
    OptionalLong declaredSize();

    /**
     * Opens the content, once. Called on a virtual thread, soon after the upload was handed over, only when the declared size is
     * acceptable. The caller closes the stream.
     *
     * @throws IOException when the platform does not give the file
     */
    InputStream open() throws IOException;

    /** Frees what the platform keeps for this upload. Called exactly once, whether it was opened or not. */
    default void discard() {}
}
