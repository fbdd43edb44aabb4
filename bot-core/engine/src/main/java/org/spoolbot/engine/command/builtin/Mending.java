package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.error.Blame;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of a request when what was to blame is changed. Pure. */
final class Mending {
    private Mending() {}

    /** The request without its fault; empty if there is nothing to change. Words are for the member to change. */
    static Optional<VideoRequest> of(VideoRequest request, Blame blame) {
        Format format = request.format();
        return switch (blame) {
            case Blame.Sound _ -> Optional.of(new Format(format.seconds(), format.ratio(), format.resolution(), false))
                    .filter(silent -> format.audio())
                    .map(request::withFormat);
            case Blame.Length _ -> Optional.of(new Format(RepairButtons.SHORT, format.ratio(), format.resolution(), format.audio()))
                    .filter(shorter -> format.seconds() > RepairButtons.SHORT)
                    .map(request::withFormat);
            case Blame.File file -> without(request, file);
            case Blame.Words _, Blame.Picture _ -> Optional.of(request);
        };
    }

    private static Optional<VideoRequest> without(VideoRequest request, Blame.File blamed) {
        List<Reference> kept = request.references().stream()
                .filter(reference -> reference.kind() != blamed.kind() || reference.index() != blamed.index())
                .toList();
        if (kept.size() == request.references().size()) {
            return Optional.empty();
        }
        Mode mode = mode(request.mode(), kept);
        Prompt prompt = without(request.prompt(), blamed);
        return Optional.of(new VideoRequest(
                prompt, mode, renumbered(kept, mode, blamed), request.format(), request.extras(), request.model()));
    }

    private static Mode mode(Mode before, List<Reference> kept) {
        if (kept.isEmpty()) {
            return Mode.TEXT;
        }
        return before == Mode.FIRST_LAST_FRAME ? Mode.FIRST_FRAME : before;
    }

    private static List<Reference> renumbered(List<Reference> kept, Mode mode, Blame.File gone) {
        return kept.stream()
                .map(reference -> {
                    int index = moved(reference.kind(), reference.index(), gone);
                    Role role = mode == Mode.FIRST_FRAME ? Role.FIRST_FRAME : reference.role();
                    return new Reference(index, role, reference.media());
                })
                .toList();
    }

    /** Later files of a kind move up. */
    private static int moved(MediaKind kind, int index, Blame.File gone) {
        return kind == gone.kind() && index > gone.index() ? index - 1 : index;
    }

    /** The words without the tag of a file that is gone. */
    private static Prompt without(Prompt prompt, Blame.File gone) {
        List<Prompt.Token> tokens = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        boolean cut = false;
        for (Prompt.Token token : prompt.tokens()) {
            switch (token) {
                case Prompt.Text text -> words.append(cut && isGap(tokens, words) ? text.text().replaceFirst("^ ", "") : text.text());
                case Prompt.Tag tag when isTagOf(tag, gone) -> {}
                case Prompt.Tag tag -> {
                    addWords(tokens, words);
                    tokens.add(new Prompt.Tag(tag.kind(), moved(tag.kind(), tag.index(), gone)));
                }
            }
            cut = token instanceof Prompt.Tag tag && isTagOf(tag, gone);
        }
        addWords(tokens, words);
        return new Prompt(tokens);
    }

    private static boolean isTagOf(Prompt.Tag tag, Blame.File file) {
        return tag.kind() == file.kind() && tag.index() == file.index();
    }

    /** Where a tag stood at the beginning or behind a space, the space behind it is one too many. */
    private static boolean isGap(List<Prompt.Token> before, StringBuilder words) {
        return words.isEmpty() ? before.isEmpty() : Character.isWhitespace(words.charAt(words.length() - 1));
    }

    private static void addWords(List<Prompt.Token> tokens, StringBuilder words) {
        if (!words.isEmpty()) {
            tokens.add(new Prompt.Text(words.toString()));
            words.setLength(0);
        }
    }
}
