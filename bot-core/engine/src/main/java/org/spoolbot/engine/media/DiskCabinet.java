package org.spoolbot.engine.media;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.PublicLink;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.video.Reference;

/** The store on disk, as the engine uses it. */
final class DiskCabinet implements MediaCabinet {
    private final Shelf shelf;
    private final Catalogue catalogue;
    private final Receiver receiver;
    private final Fitter fitter;
    private final SoundStudio sounds;
    private final ClipStudio studio;
    private final PublicLinks links;

    @Inject
    DiskCabinet(
            Shelf shelf,
            Catalogue catalogue,
            Receiver receiver,
            Fitter fitter,
            SoundStudio sounds,
            ClipStudio studio,
            PublicLinks links) {
        this.shelf = shelf;
        this.catalogue = catalogue;
        this.receiver = receiver;
        this.fitter = fitter;
        this.sounds = sounds;
        this.studio = studio;
        this.links = links;
    }

    @Override
    public Path newWorkFile(String suffix) throws IOException {
        return shelf.newWorkFile(suffix);
    }

    @Override
    public MediaFile keepClip(Path workFile) throws IOException {
        try {
            Measured measured = Prober.measure(workFile, Prober.sniff(workFile));
            if (measured.type().kind() != MediaKind.VIDEO) {
                throw new IOException("the gateway's file is no video but " + measured.type());
            }
            return catalogue.add(workFile, measured, Shelf.Board.CLIPS);
        } catch (UnfitException unfit) {
            throw new IOException("the gateway's file is no whole video: " + unfit.getMessage(), unfit);
        }
    }

    @Override
    public MediaFile keepFrame(Path workFile) throws IOException {
        try {
            Measured measured = Prober.measure(workFile, Prober.sniff(workFile));
            if (measured.type().kind() != MediaKind.IMAGE) {
                throw new IOException("the gateway's last frame is no picture but " + measured.type());
            }
            return catalogue.add(workFile, measured, Shelf.Board.CLIPS);
        } catch (UnfitException unfit) {
            throw new IOException("the gateway's last frame is no whole picture: " + unfit.getMessage(), unfit);
        }
    }

    @Override
    public Optional<MediaFile> cutLastFrame(MediaFile clip) {
        return studio.lastFrame(clip);
    }

    @Override
    public MediaFile lend(MediaFile file) throws IOException {
        return catalogue.copy(file, Shelf.Board.REFERENCES);
    }

    @Override
    public void remove(String sha256) {
        studio.forget(sha256);
        catalogue.remove(sha256, Shelf.Board.CLIPS);
    }

    @Override
    public Optional<MediaFile> find(String sha256) {
        return catalogue.find(sha256);
    }

    @Override
    public Optional<PublicLink> publicLink(String sha256) {
        return find(sha256).flatMap(_ -> links.find(sha256));
    }

    @Override
    public Optional<MediaFile> poster(MediaInfo clip) {
        return catalogue.find(clip.sha256()).flatMap(studio::poster);
    }

    @Override
    public List<Phrase> check(List<Reference> references, Capabilities capabilities) {
        return ReferenceCheck.check(references, capabilities, sounds.isOpen());
    }

    @Override
    public List<Phrase> adjustments(List<Reference> references, Capabilities capabilities) {
        return FitNotes.of(references, capabilities, sounds.isOpen());
    }

    @Override
    public MediaFile fit(Reference reference, Capabilities capabilities) throws IOException {
        MediaFile file = catalogue.find(reference.media().sha256())
                .orElseThrow(() -> new IOException("a reference is no longer stored"));
        catalogue.use(file);
        MediaRules rules = capabilities.media().get(reference.kind());
        if (rules == null) {
            return file;
        }
        return switch (reference.kind()) {
            case IMAGE -> fitter.fit(file, rules);
            case AUDIO -> sounds.fit(file, rules);
            case VIDEO -> file;
        };
    }

    @Override
    public Optional<MediaFile> shrink(MediaFile clip, long maxBytes) {
        return studio.shrink(clip, maxBytes);
    }

    @Override
    public boolean hasRoom() {
        return receiver.hasRoom();
    }
}
