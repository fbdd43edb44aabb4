package org.spoolbot.engine.media;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PublicLink;
import org.spoolbot.api.media.Upload;

/** Takes files in: receives, types, measures, cleans and stores them. */
final class DiskLibrary implements MediaLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(DiskLibrary.class);
    private static final int LONGEST_NAME = 80;

    private final Shelf shelf;
    private final Receiver receiver;
    private final Cleaning cleaning;
    private final Catalogue catalogue;
    private final PublicLinks links;
    private final SoundStudio sounds;

    @Inject
    DiskLibrary(Shelf shelf, Receiver receiver, Cleaning cleaning, Catalogue catalogue, PublicLinks links, SoundStudio sounds) {
        this.shelf = shelf;
        this.receiver = receiver;
        this.cleaning = cleaning;
        this.catalogue = catalogue;
        this.links = links;
        this.sounds = sounds;
    }

    @Override
    public Intake take(MemberId owner, Upload upload) {
        String name = cleanName(upload.name());
        try {
            return new Intake.Stored(store(owner, upload), name);
        } catch (UnfitException unfit) {
            return new Intake.Refused(unfit.about(name));
        } catch (IOException | RuntimeException fault) {
            LOG.error("A file that was handed in could not be stored", fault);
            return new Intake.Refused(UnfitException.notStored().about(name));
        } finally {
            discard(upload);
        }
    }

    @Override
    public Optional<MediaFile> find(String sha256) {
        return catalogue.find(sha256);
    }

    private MediaFile store(MemberId owner, Upload upload) throws IOException {
        Path work = shelf.newWorkFile(".part");
        try {
            receiver.receive(owner, upload, work);
            Optional<PublicLink> link = links.of(upload);
            String handedIn = link.isPresent() ? Shelf.hash(work) : "";
            Measured measured = sounds.listen(work, examined(work));
            MediaFile file = catalogue.add(work, measured, Shelf.Board.REFERENCES);
            link.filter(_ -> file.info().sha256().equals(handedIn)).ifPresent(same -> links.keep(handedIn, same));
            return file;
        } finally {
            Shelf.delete(work);
        }
    }

    /** Measured before it is cleaned, so that nothing monstrous is decoded, and after, because that is what is kept. */
    private Measured examined(Path work) throws IOException {
        try {
            MediaType type = Prober.measure(work, Prober.sniff(work)).type();
            return Prober.measure(work, cleaning.clean(work, type));
        } catch (RuntimeException senseless) {
            LOG.debug("A file makes no sense", senseless);
            throw UnfitException.damaged();
        }
    }

    private static void discard(Upload upload) {
        try {
            upload.discard();
        } catch (RuntimeException fault) {
            LOG.warn("A platform could not let go of a file", fault);
        }
    }

    /** The last part of a path, without characters that steer a terminal or turn the writing direction. */
    static String cleanName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}`*<>@|~]", "").strip();
        if (plain.isEmpty()) {
            return "file";
        }
        return plain.codePointCount(0, plain.length()) <= LONGEST_NAME
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_NAME));
    }
}
