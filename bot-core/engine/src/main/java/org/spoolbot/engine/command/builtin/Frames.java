package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which pictures of a draft are its first and last frame. Pure. */
final class Frames {
    private static final int MOST = 2;

    private Frames() {}

    /** Where they stand among the draft's files, the first frame first; empty if all files are references, or there are none. */
    static List<Integer> of(Draft draft, Prompt prompt) {
        List<Integer> named = named(draft);
        int files = draft.files().size();
        boolean few = files > 0 && files <= MOST;
        List<Integer> frames = switch (draft.use()) {
            case REFERENCES -> List.of();
            case FRAMES -> named.isEmpty() && few ? all(files) : named;
            case AUTO -> {
                if (!named.isEmpty()) {
                    yield named.size() == files ? named : List.of();
                }
                yield few && prompt.tags().isEmpty() ? all(files) : List.of();
            }
        };
        boolean pictures = frames.stream().allMatch(place -> isPicture(draft.files().get(place)));
        return pictures && frames.size() <= MOST ? frames : List.of();
    }

    /** The files that were given a part by name or on the card, the first frame first. */
    static List<Integer> named(Draft draft) {
        return IntStream.range(0, draft.files().size())
                .boxed()
                .filter(place -> part(draft.files().get(place)).isPresent())
                .sorted(Comparator.comparing(place -> part(draft.files().get(place)).orElseThrow()))
                .toList();
    }

    /** The number that a member calls a picture by. */
    static int number(Draft draft, int place) {
        return (int) draft.files().subList(0, place + 1).stream().filter(Frames::isPicture).count();
    }

    /** The places of all pictures. */
    static List<Integer> pictures(Draft draft) {
        return IntStream.range(0, draft.files().size())
                .boxed()
                .filter(place -> isPicture(draft.files().get(place)))
                .toList();
    }

    /** The draft with that picture, counted from 1, as that frame; with none of that part for 0. */
    static Draft framed(Draft draft, int picture, Role role) {
        List<Draft.File> files = new ArrayList<>();
        int number = 0;
        for (Draft.File file : draft.files()) {
            number += isPicture(file) ? 1 : 0;
            boolean chosen = isPicture(file) && number == picture;
            Optional<Role> kept = part(file).filter(before -> before != role);
            files.add(new Draft.File(file.media(), chosen ? Optional.of(role) : kept));
        }
        boolean none = picture == 0 && role == Role.FIRST_FRAME;
        return none
                ? draft.withFiles(files.stream().map(Frames::plain).toList()).used(Draft.Use.REFERENCES)
                : draft.withFiles(files).used(Draft.Use.FRAMES);
    }

    /** First and last frame change places. */
    static Draft swapped(Draft draft) {
        if (named(draft).isEmpty()) {
            return draft.withFiles(draft.files().reversed());
        }
        return draft.withFiles(draft.files().stream()
                .map(file -> new Draft.File(file.media(), part(file).map(Frames::other)))
                .toList());
    }

    static Draft.File plain(Draft.File file) {
        return new Draft.File(file.media(), Optional.empty());
    }

    static boolean isPicture(Draft.File file) {
        return file.media().kind() == MediaKind.IMAGE;
    }

    static boolean isLast(Draft.File file) {
        return file.role().equals(Optional.of(Role.LAST_FRAME));
    }

    private static Role other(Role role) {
        return role == Role.LAST_FRAME ? Role.FIRST_FRAME : Role.LAST_FRAME;
    }

    private static Optional<Role> part(Draft.File file) {
        return file.role().filter(role -> role != Role.REFERENCE);
    }

    private static List<Integer> all(int files) {
        return IntStream.range(0, files).boxed().toList();
    }
}
