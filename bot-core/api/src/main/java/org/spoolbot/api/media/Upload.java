package org.spoolbot.api.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
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
     * @throws UploadRefusedException when the platform does not give the file for a reason that its sender can be told
     * @throws IOException when the platform does not give the file
     */
    InputStream open() throws IOException;

    /**
     * Where anybody can read exactly these bytes for a while. Only for addresses that hold no secret: never a Telegram file address, which
     * holds the bot's token. Default: nowhere.
     */
    default Optional<PublicLink> publicLink() {
        return Optional.empty();
    }

    /** Frees what the platform keeps for this upload. Called exactly once, whether it was opened or not. */
    default void discard() {}
}
