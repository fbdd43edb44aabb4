package org.spoolbot.engine.media;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.media.UploadRefusedException;
import org.spoolbot.engine.config.ServerSettings;

/** Streams uploads to disk under the caps, in small pieces. */
final class Receiver {
    private static final int PIECE = 64 * 1024;

    private final Shelf shelf;
    private final DailyIntake intake;
    private final ServerSettings settings;

    @Inject
    Receiver(Shelf shelf, DailyIntake intake, ServerSettings settings) {
        this.shelf = shelf;
        this.intake = intake;
        this.settings = settings;
    }

    boolean hasRoom() {
        try {
            return shelf.freeBytes() > settings.media().minFreeBytes();
        } catch (IOException unknown) {
            return false;
        }
    }

    void receive(MemberId owner, Upload upload, Path work) throws IOException {
        long most = settings.media().maxUploadBytes();
        OptionalLong declared = upload.declaredSize();
        if (declared.isPresent() && declared.getAsLong() > most) {
            throw UnfitException.declaredTooLarge(declared.getAsLong(), most);
        }
        if (!hasRoom()) {
            throw UnfitException.noRoom();
        }
        long granted = intake.reserve(owner, most);
        long used = 0;
        try {
            if (granted == 0 || declared.orElse(0) > granted) {
                throw UnfitException.dailyShareUsed(settings.media().dailyIntakeBytes(), granted);
            }
            used = stream(upload, work, granted);
            if (used > granted) {
                throw tooMuch(granted, most);
            }
        } finally {
            intake.giveBack(owner, Math.max(0, granted - used));
        }
        if (used == 0) {
            throw UnfitException.empty();
        }
    }

    private UnfitException tooMuch(long granted, long most) {
        return granted < most
                ? UnfitException.dailyShareUsed(settings.media().dailyIntakeBytes(), granted)
                : UnfitException.largerThan(most);
    }

    /** Stops soon after the limit; says how many bytes came. */
    private static long stream(Upload upload, Path work, long limit) throws IOException {
        byte[] piece = new byte[PIECE];
        long total = 0;
        Source source = new Source(upload);
        try (OutputStream target = Files.newOutputStream(work)) {
            int count = source.read(piece);
            while (count >= 0) {
                total += count;
                if (total > limit) {
                    return total;
                }
                target.write(piece, 0, count);
                count = source.read(piece);
            }
        } finally {
            source.close();
        }
        return total;
    }

    /** Tells the chat's faults from our disk's. */
    private static final class Source {
        private final InputStream content;

        Source(Upload upload) throws UnfitException {
            try {
                content = upload.open();
            } catch (UploadRefusedException refused) {
                throw UnfitException.refused(refused.reason());
            } catch (IOException | RuntimeException notGiven) {
                throw UnfitException.notFetched();
            }
        }

        int read(byte[] piece) throws UnfitException {
            try {
                return content.read(piece);
            } catch (IOException | RuntimeException brokenOff) {
                throw UnfitException.notFetched();
            }
        }

        void close() {
            try {
                content.close();
            } catch (IOException | RuntimeException ignored) {
                // What was wanted of it has been read.
            }
        }
    }
}
