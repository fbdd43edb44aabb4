package org.spoolbot.api.media;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.MemberId;
import java.util.Optional;

/** The server's store of files, by content hash. All methods block and are meant for virtual threads. */
public interface MediaLibrary {
    /**
     * Reads an upload under the size caps, finds its real type, removes location data, measures it and stores it.
     *
     * @return what was stored, or the sentence that says what is wrong with it
     */
    Intake take(MemberId owner, Upload upload);

    /** The stored file of that hash, as long as it is kept. */
    Optional<MediaFile> find(String sha256);

    /** How an intake ended. */
    sealed interface Intake {
        /**
         * It is stored.
         *
         * @param file the stored file
         * @param name the cleaned name, at most 80 characters
         */
        record Stored(MediaFile file, String name) implements Intake {}

        /**
         * It is not stored.
         *
         * @param reason a sentence for the member
         */
        record Refused(Phrase reason) implements Intake {}
    }
}
