package org.spoolbot.providers.dialect.laozhangmultipart;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.video.Reference;

/** Looks at the files before the paid call: once it has begun, a file that cannot be read leaves the outcome unknown. */
final class MultipartFiles {
    private MultipartFiles() {}

    /** Why the order is not sent; empty if nothing speaks against it. */
    static Optional<SubmitOutcome.Refused> fault(GenerationOrder order) {
        for (int place = 0; place < order.sources().size(); place++) {
            Reference reference = order.request().references().get(place);
            if (reference.kind() == MediaKind.AUDIO) {
                return refused(ErrorKind.INVALID_PARAMS, "no sound can be handed in here", reference);
            }
            if (!isWhole(order.sources().get(place).file())) {
                return refused(ErrorKind.STORAGE, "a reference cannot be read here", reference);
            }
        }
        return Optional.empty();
    }

    private static boolean isWhole(MediaFile file) {
        try {
            return Files.isReadable(file.path()) && Files.size(file.path()) == file.info().bytes();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Optional<SubmitOutcome.Refused> refused(ErrorKind kind, String detail, Reference reference) {
        Blame blame = new Blame.File(reference.kind(), reference.index());
        return Optional.of(new SubmitOutcome.Refused(kind, detail, Optional.empty(), List.of(blame)));
    }
}
