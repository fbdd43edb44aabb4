package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.video.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes uploads into the library; what cannot be taken becomes a sentence that names the file's place. */
final class IntakeDesk {
    private final MediaLibrary media;

    IntakeDesk(MediaLibrary media) {
        this.media = media;
    }

    Taken take(MemberId member, List<Handed> uploads, int room) {
        List<Draft.File> files = new ArrayList<>();
        List<Phrase> faults = new ArrayList<>();
        for (Handed handed : uploads.subList(0, Math.min(Math.max(0, room), uploads.size()))) {
            switch (media.take(member, handed.upload())) {
                case MediaLibrary.Intake.Stored stored -> files.add(new Draft.File(stored.file().info(), handed.role()));
                case MediaLibrary.Intake.Refused refused -> faults.add(refused.reason());
            }
        }
        if (uploads.size() > room) {
            faults.add(DraftMachine.tooManyFiles(Studio.MAX_FILES - room + uploads.size()));
        }
        return new Taken(files, faults);
    }

    /** An upload and the part it was named for. */
    record Handed(Upload upload, Optional<Role> role) {
        static List<Handed> plain(List<Upload> uploads) {
            return uploads.stream().map(upload -> new Handed(upload, Optional.empty())).toList();
        }
    }

    /** What was stored, and what was not. */
    record Taken(List<Draft.File> files, List<Phrase> faults) {}
}
