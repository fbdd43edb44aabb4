package org.spoolbot.engine.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.video.Reference;

/** Tells beforehand how pictures and sounds are made to fit a model. Pure. */
final class FitNotes {
    private FitNotes() {}

    static List<Phrase> of(List<Reference> references, Capabilities capabilities, boolean soundsAreConverted) {
        List<Phrase> notes = new ArrayList<>();
        for (Reference reference : references) {
            MediaRules rules = capabilities.media().get(reference.kind());
            if (rules != null) {
                note(reference, rules, soundsAreConverted).ifPresent(notes::add);
            }
        }
        return notes;
    }

    private static Optional<Phrase> note(Reference reference, MediaRules rules, boolean soundsAreConverted) {
        MediaInfo media = reference.media();
        return switch (reference.kind()) {
            case IMAGE -> FitPlan.of(media, rules).attempts().stream().findFirst().map(best -> note(reference, best, rules));
            case AUDIO -> SoundPlan.of(media, rules, soundsAreConverted).attempts().stream()
                    .findFirst()
                    .map(best -> converted(reference, best));
            case VIDEO -> Optional.empty();
        };
    }

    private static Phrase note(Reference reference, FitPlan.Attempt best, MediaRules rules) {
        Phrase name = ReferenceCheck.name(reference);
        MediaInfo picture = reference.media();
        PixelSize from = picture.size().orElseThrow();
        if (!from.equals(best.size())) {
            return Phrase.of(
                    "media.note.smaller", name, from.width(), from.height(), best.size().width(), best.size().height());
        }
        return picture.bytes() > rules.maxBytes()
                ? Phrase.of("media.note.fewer-bytes", name, Amounts.bytes(rules.maxBytes()))
                : converted(reference, best.type());
    }

    private static Phrase converted(Reference reference, MediaType into) {
        return Phrase.of("media.note.converted", ReferenceCheck.name(reference), reference.media().type().name(), into.name());
    }
}
