package org.spoolbot.engine.media;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.provider.MediaRules;

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

    MediaFile fit(MediaFile picture, MediaRules rules) throws IOException {
        FitPlan plan = FitPlan.of(picture.info(), rules);
        if (!plan.needed()) {
            return picture;
        }
        for (FitPlan.Attempt attempt : plan.attempts()) {
            Optional<MediaFile> drawn = draw(picture, attempt, rules.maxBytes());
            if (drawn.isPresent()) {
                return drawn.get();
            }
        }
        throw new UnusableFileException("a picture cannot be made to fit the model");
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
}
