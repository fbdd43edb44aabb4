package org.spoolbot.engine.media;

import java.util.ArrayList;
import java.util.List;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.video.Reference;

/** Tells beforehand how pictures are made to fit a model. Pure. */
final class FitNotes {
    private FitNotes() {}

    static List<Phrase> of(List<Reference> references, Capabilities capabilities) {
        MediaRules rules = capabilities.media().get(MediaKind.IMAGE);
        List<Phrase> notes = new ArrayList<>();
        if (rules == null) {
            return notes;
        }
        for (Reference reference : references) {
            if (reference.kind() == MediaKind.IMAGE) {
                FitPlan plan = FitPlan.of(reference.media(), rules);
                plan.attempts().stream().findFirst().ifPresent(best -> notes.add(note(reference, best, rules)));
            }
        }
        return notes;
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
                : Phrase.of("media.note.converted", name, picture.type().name(), best.type().name());
    }
}
