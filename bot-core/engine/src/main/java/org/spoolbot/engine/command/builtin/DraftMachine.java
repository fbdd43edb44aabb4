package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.PromptReader;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What inputs do to a draft. Pure: the same draft and input always give the same. */
final class DraftMachine {
    private final PromptReader prompts;

    DraftMachine(PromptReader prompts) {
        this.prompts = prompts;
    }

    /** The draft after an input, and what could not be done of it. A draft is never lost to a fault. */
    Step apply(Draft draft, DraftInput input, Studio studio) {
        Format format = draft.format();
        return switch (input) {
            case DraftInput.Words words -> Step.to(draft.withPrompt(words.text().strip()));
            case DraftInput.Files files -> add(draft, files.files());
            case DraftInput.NoFiles _ -> Step.to(draft.withFiles(List.of()).used(Draft.Use.AUTO));
            case DraftInput.Used used -> use(draft, used.use());
            case DraftInput.Swapped _ -> Step.to(draft.withFiles(draft.files().reversed()));
            case DraftInput.Length length -> Step.to(draft.withFormat(
                    new Format(length.seconds(), format.ratio(), format.resolution(), format.audio())));
            case DraftInput.Shape shape -> Step.to(draft.withFormat(
                    new Format(format.seconds(), shape.ratio(), format.resolution(), format.audio())));
            case DraftInput.Size size -> Step.to(draft.withFormat(
                    new Format(format.seconds(), format.ratio(), size.resolution(), format.audio())));
            case DraftInput.Sound sound -> Step.to(draft.withFormat(
                    new Format(format.seconds(), format.ratio(), format.resolution(), sound.on())));
            case DraftInput.ByModel model -> Step.to(draft.withModel(model.model()));
            case DraftInput.Cheaper _ -> cheaper(draft, studio);
        };
    }

    private static Step add(Draft draft, List<Draft.File> files) {
        int room = Studio.MAX_FILES - draft.files().size();
        if (files.size() <= room) {
            return Step.to(draft.adding(files));
        }
        return new Step(
                draft.adding(files.subList(0, Math.max(0, room))), List.of(tooManyFiles(draft.files().size() + files.size())));
    }

    static Phrase tooManyFiles(int count) {
        return Phrase.of("command.draft.too-many-files", count, Studio.MAX_FILES);
    }

    /** A use chosen by hand overrides what single files were given for. */
    private static Step use(Draft draft, Draft.Use use) {
        List<Draft.File> plain = draft.files().stream()
                .map(file -> new Draft.File(file.media(), Optional.empty()))
                .toList();
        return Step.to(draft.withFiles(plain).used(use));
    }

    private static Step cheaper(Draft draft, Studio studio) {
        Format format = draft.format();
        Optional<Resolution> smaller = studio.resolutions().stream()
                .filter(tier -> tier.compareTo(format.resolution()) < 0)
                .reduce((before, last) -> last);
        if (smaller.isPresent()) {
            return Step.to(draft.withFormat(new Format(format.seconds(), format.ratio(), smaller.get(), format.audio())));
        }
        Optional<Integer> shorter = studio.lengths().stream()
                .filter(length -> length < format.seconds())
                .reduce((before, last) -> last);
        return shorter.map(seconds -> Step.to(draft.withFormat(
                        new Format(seconds, format.ratio(), format.resolution(), format.audio()))))
                .orElseGet(() -> new Step(draft, List.of(Phrase.of("command.draft.cheapest"))));
    }

    /** Everything that keeps a draft from being ordered, whatever the model. */
    List<Phrase> problems(Draft draft, Studio studio) {
        List<Phrase> problems = new ArrayList<>();
        if (draft.prompt().isEmpty()) {
            problems.add(Phrase.of("command.draft.prompt-missing"));
        }
        if (studio.maxPromptLength() > 0 && draft.prompt().length() > studio.maxPromptLength()) {
            problems.add(Phrase.of("command.draft.prompt-too-long", draft.prompt().length(), studio.maxPromptLength()));
        }
        draft.model()
                .filter(model -> !studio.models().contains(model))
                .ifPresent(model -> problems.add(
                        Phrase.of("command.draft.model-unknown", model, String.join(", ", studio.models()))));
        problems.addAll(tagProblems(draft));
        problems.addAll(roleProblems(draft));
        return problems;
    }

    private List<Phrase> tagProblems(Draft draft) {
        return prompts.read(draft.prompt()).tags().stream()
                .distinct()
                .filter(tag -> tag.index() > count(draft, tag.kind()))
                .map(tag -> Phrase.of("command.draft.tag-without-file", tag.canonical(), count(draft, tag.kind()), tag.word()))
                .toList();
    }

    private static List<Phrase> roleProblems(Draft draft) {
        long named = draft.files().stream().filter(file -> file.role().isPresent()).count();
        boolean onlyLast = named == 1 && draft.files().stream().anyMatch(file -> isRole(file, Role.LAST_FRAME));
        if (named > 0 && named < draft.files().size()) {
            return List.of(Phrase.of("command.draft.frames-and-files"));
        }
        if (onlyLast) {
            return List.of(Phrase.of("command.draft.last-without-first"));
        }
        boolean frames = named > 0 || draft.use() == Draft.Use.FRAMES;
        boolean fit = draft.files().size() <= 2 && draft.files().stream().allMatch(DraftMachine::isPicture);
        return frames && !fit ? List.of(Phrase.of("command.draft.frames-only-pictures")) : List.of();
    }

    /** The request that a draft stands for. */
    VideoRequest request(Draft draft) {
        Prompt prompt = prompts.read(draft.prompt());
        Mode mode = mode(draft, prompt);
        Extras extras = new Extras(draft.seed(), false, false);
        return new VideoRequest(prompt, mode, references(draft, mode), draft.format(), extras, draft.model());
    }

    /** The mode that files and words stand for: with tags in the prompt, pictures are references. */
    Mode mode(Draft draft) {
        return mode(draft, prompts.read(draft.prompt()));
    }

    private static Mode mode(Draft draft, Prompt prompt) {
        List<Draft.File> files = draft.files();
        if (files.isEmpty()) {
            return Mode.TEXT;
        }
        boolean framesPossible = files.size() <= 2 && files.stream().allMatch(DraftMachine::isPicture);
        boolean named = files.stream().anyMatch(file -> file.role().isPresent());
        boolean frames = switch (draft.use()) {
            case FRAMES -> true;
            case REFERENCES -> false;
            case AUTO -> named || prompt.tags().isEmpty();
        };
        if (!framesPossible || !frames) {
            return Mode.REFERENCE;
        }
        return files.size() == 1 ? Mode.FIRST_FRAME : Mode.FIRST_LAST_FRAME;
    }

    private static List<Reference> references(Draft draft, Mode mode) {
        List<Draft.File> ordered = new ArrayList<>(draft.files());
        if (mode == Mode.FIRST_LAST_FRAME && isRole(ordered.getFirst(), Role.LAST_FRAME)) {
            ordered = ordered.reversed();
        }
        Map<MediaKind, Integer> counts = new EnumMap<>(MediaKind.class);
        List<Reference> references = new ArrayList<>();
        for (Draft.File file : ordered) {
            int index = counts.merge(file.media().kind(), 1, Integer::sum);
            references.add(new Reference(index, role(mode, index), file.media()));
        }
        return references;
    }

    private static Role role(Mode mode, int index) {
        return switch (mode) {
            case TEXT, REFERENCE -> Role.REFERENCE;
            case FIRST_FRAME -> Role.FIRST_FRAME;
            case FIRST_LAST_FRAME -> index == 1 ? Role.FIRST_FRAME : Role.LAST_FRAME;
        };
    }

    private static int count(Draft draft, MediaKind kind) {
        return (int) draft.files().stream().filter(file -> file.media().kind() == kind).count();
    }

    private static boolean isPicture(Draft.File file) {
        return file.media().kind() == MediaKind.IMAGE;
    }

    private static boolean isRole(Draft.File file, Role role) {
        return file.role().equals(Optional.of(role));
    }

    /** What an input led to. */
    record Step(Draft draft, List<Phrase> faults) {
        static Step to(Draft draft) {
            return new Step(draft, List.of());
        }
    }
}
