package org.spoolbot.engine.media;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.video.Reference;

/** Draws pictures smaller or as another type where a model needs that. */
final class Fitter {
    private final Shelf shelf;
    private final Catalogue catalogue;
    private final Darkroom darkroom;

    @Inject
    Fitter(Shelf shelf, Catalogue catalogue, Darkroom darkroom) {
        this.shelf = shelf;
        this.catalogue = catalogue;
        this.darkroom = darkroom;
    }

    MediaCabinet.Fitted fit(Reference reference, MediaFile picture, MediaRules rules) throws IOException {
        FitPlan plan = FitPlan.of(picture.info(), rules);
        if (!plan.needed()) {
            return new MediaCabinet.Fitted(picture, Optional.empty());
        }
        for (FitPlan.Attempt attempt : plan.attempts()) {
            Optional<MediaFile> drawn = draw(picture, attempt, rules.maxBytes());
            if (drawn.isPresent()) {
                return new MediaCabinet.Fitted(drawn.get(), Optional.of(note(reference, picture, drawn.get())));
            }
        }
        throw new IOException("a picture cannot be made to fit the model");
    }

    private Optional<MediaFile> draw(MediaFile picture, FitPlan.Attempt attempt, long maxBytes) throws IOException {
        Path print = shelf.newWorkFile("." + attempt.type().extension());
        try {
            darkroom.redraw(
                    new Darkroom.Negative(picture.path(), picture.info().type(), Orientation.UPRIGHT),
                    new Darkroom.Print(print, attempt.type(), Optional.of(attempt.size()), attempt.quality()));
            if (Files.size(print) > maxBytes) {
                return Optional.empty();
            }
            return Optional.of(catalogue.add(print, Prober.measure(print, attempt.type()), Shelf.Board.REFERENCES));
        } finally {
            Shelf.delete(print);
        }
    }

    private static Phrase note(Reference reference, MediaFile before, MediaFile after) {
        Phrase name = ReferenceCheck.name(reference);
        if (before.info().size().equals(after.info().size())) {
            return before.info().type() == after.info().type()
                    ? Phrase.of("media.note.fewer-bytes", name, Amounts.bytes(after.info().bytes()))
                    : Phrase.of("media.note.converted", name, before.info().type().name(), after.info().type().name());
        }
        PixelSize from = before.info().size().orElseThrow();
        PixelSize to = after.info().size().orElseThrow();
        return Phrase.of("media.note.smaller", name, from.width(), from.height(), to.width(), to.height());
    }
}
