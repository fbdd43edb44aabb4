package org.spoolbot.engine.command.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Prompt.Tag;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.VideoRequest;

/**
 * A request of before, with the files that are still kept. They close up; what is gone moves behind them, so that its tags fit again as
 * soon as its member sends it again.
 *
 * @param kept the files that are still there, in their order
 * @param notes which files are gone, by the numbers their member knows
 * @param places where each tag points now
 */
record EarlierRequest(List<MediaInfo> kept, List<Phrase> notes, Map<Tag, Tag> places) {
    EarlierRequest {
        kept = List.copyOf(kept);
        notes = List.copyOf(notes);
        places = Map.copyOf(places);
    }

    static EarlierRequest of(VideoRequest request, Predicate<MediaInfo> isKept) {
        Map<Tag, Tag> places = new HashMap<>();
        List<Phrase> notes = new ArrayList<>();
        for (MediaKind kind : MediaKind.values()) {
            List<Reference> all = request.references(kind);
            int next = 1;
            for (Reference there : all.stream().filter(one -> isKept.test(one.media())).toList()) {
                places.put(tag(there), new Tag(kind, next++));
            }
            for (Reference gone : all.stream().filter(one -> !isKept.test(one.media())).toList()) {
                Tag place = new Tag(kind, next++);
                places.put(tag(gone), place);
                notes.add(note(tag(gone), place));
            }
        }
        List<MediaInfo> kept = request.references().stream().map(Reference::media).filter(isKept).toList();
        return new EarlierRequest(kept, notes, places);
    }

    /** Words that speak of the files by their numbers of before, with the numbers of now. */
    Prompt renumbered(Prompt words) {
        return new Prompt(words.tokens().stream().map(this::renumbered).toList());
    }

    private Prompt.Token renumbered(Prompt.Token token) {
        return switch (token) {
            case Prompt.Text text -> text;
            case Tag tag -> places.getOrDefault(tag, tag);
        };
    }

    private static Tag tag(Reference reference) {
        return new Tag(reference.kind(), reference.index());
    }

    private static Phrase note(Tag before, Tag now) {
        return before.equals(now)
                ? Phrase.of("command.retry.file-gone", before.canonical())
                : Phrase.of("command.retry.file-gone-moved", before.canonical(), now.canonical());
    }
}
