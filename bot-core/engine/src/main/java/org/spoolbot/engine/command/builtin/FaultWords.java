package org.spoolbot.engine.command.builtin;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.i18n.Phrase;

/** Why a job failed, in plain words. What a gateway wrote is never among them. Pure. */
public final class FaultWords {
    /** Sentences that name what is to blame; what has none is told by its kind alone. */
    private static final Set<String> NAMING = Set.of(
            "error.invalid-params.file", "error.invalid-params.words", "error.invalid-params.length",
            "error.content-policy.file", "error.content-policy.words", "error.content-policy.sound", "error.content-policy.picture",
            "error.face-rejected.file",
            "error.copyright.file", "error.copyright.words", "error.copyright.sound", "error.copyright.picture",
            "error.media-unfetchable.file");

    private FaultWords() {}

    /** The plain sentences for a fault, each naming what is to blame as the member numbers it. */
    public static Phrase of(ErrorKind kind, List<Blame> blames) {
        String key = "error." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<Phrase> files = blames.stream()
                .flatMap(blame -> blame instanceof Blame.File file ? Stream.of(file) : Stream.empty())
                .distinct()
                .map(FaultWords::name)
                .toList();
        if (!files.isEmpty()) {
            Phrase names = files.stream().reduce((before, next) -> Phrase.of("job.list.more", before, next)).orElseThrow();
            return NAMING.contains(key + ".file") ? Phrase.of(key + ".file", names) : Phrase.of(key);
        }
        return blames.stream()
                .map(blame -> key + "." + blame.code())
                .filter(NAMING::contains)
                .findFirst()
                .map(Phrase::of)
                .orElseGet(() -> Phrase.of(key));
    }

    /** "image 2", as the member counts. */
    static Phrase name(Blame.File file) {
        return Phrase.of("media.name." + file.kind().name().toLowerCase(Locale.ROOT), file.index());
    }
}
