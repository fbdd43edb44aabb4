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
import java.util.function.Function;

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
            case DraftInput.Framed framed -> Step.to(Frames.framed(draft, framed.picture(), framed.role()));
            case DraftInput.Swapped _ -> Step.to(Frames.swapped(draft));
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
        return Step.to(draft.withFiles(draft.files().stream().map(Frames::plain).toList()).used(use));
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
                .filter(model -> !studio.names().contains(model))
                .ifPresent(model -> problems.add(
                        Phrase.of("command.draft.model-unknown", model, String.join(", ", studio.names()))));
        problems.addAll(tagProblems(draft));
        problems.addAll(roleProblems(draft));
        return problems;
    }

    private List<Phrase> tagProblems(Draft draft) {
        Prompt prompt = prompts.read(draft.prompt());
        List<Integer> frames = Frames.of(draft, prompt);
        List<Integer> used = frames.stream().map(place -> Frames.number(draft, place)).toList();
        List<Phrase> problems = new ArrayList<>();
        prompt.tags().stream().distinct().forEach(tag -> {
            int count = count(draft, tag.kind());
            if (tag.index() > count) {
                problems.add(Phrase.of("command.draft.tag-without-file", tag.canonical(), count, tag.word()));
            } else if (!frames.isEmpty() && !(tag.kind() == MediaKind.IMAGE && used.contains(tag.index()))) {
                problems.add(Phrase.of("command.draft.tag-set-aside", tag.canonical()));
            }
        });
        return problems;
    }

    private List<Phrase> roleProblems(Draft draft) {
        List<Integer> named = Frames.named(draft);
        if (draft.use() != Draft.Use.FRAMES && !named.isEmpty() && named.size() < draft.files().size()) {
            return List.of(Phrase.of("command.draft.frames-and-files"));
        }
        if (named.size() == 1 && Frames.isLast(draft.files().get(named.getFirst()))) {
            return List.of(Phrase.of("command.draft.last-without-first"));
        }
        boolean meant = !named.isEmpty() || draft.use() == Draft.Use.FRAMES && !draft.files().isEmpty();
        boolean fit = !Frames.of(draft, prompts.read(draft.prompt())).isEmpty();
        return meant && !fit ? List.of(Phrase.of("command.draft.frames-only-pictures")) : List.of();
    }

    /**
     * The request that a draft stands for. Pictures beside chosen frames wait: they are in the draft and not in the request, and the
     * frames keep the numbers by which their member knows them.
     */
    VideoRequest request(Draft draft) {
        Prompt prompt = prompts.read(draft.prompt());
        Extras extras = new Extras(draft.seed(), false, false);
        List<Integer> frames = Frames.of(draft, prompt);
        if (frames.isEmpty()) {
            Mode mode = draft.files().isEmpty() ? Mode.TEXT : Mode.REFERENCE;
            return new VideoRequest(prompt, mode, references(draft), draft.format(), extras, draft.model());
        }
        List<Reference> pictures = new ArrayList<>();
        for (int place : frames) {
            Role role = pictures.isEmpty() ? Role.FIRST_FRAME : Role.LAST_FRAME;
            pictures.add(new Reference(Frames.number(draft, place), role, draft.files().get(place).media()));
        }
        Mode mode = frames.size() == 1 ? Mode.FIRST_FRAME : Mode.FIRST_LAST_FRAME;
        return new VideoRequest(prompt, mode, pictures, draft.format(), extras, draft.model());
    }

    /** What is meant if nothing was said: what members usually mean, or the other use if only that can be made. */
    Draft sensible(Draft draft, Function<VideoRequest, Studio> studios) {
        if (draft.use() != Draft.Use.AUTO || draft.files().isEmpty() || !Frames.named(draft).isEmpty()) {
            return draft;
        }
        VideoRequest usual = request(draft);
        if (studios.apply(usual).makes(usual)) {
            return draft;
        }
        Draft other = draft.used(usual.mode() == Mode.REFERENCE ? Draft.Use.FRAMES : Draft.Use.REFERENCES);
        VideoRequest unusual = request(other);
        return unusual.mode() != usual.mode() && studios.apply(unusual).makes(unusual) ? other : draft;
    }

    private static List<Reference> references(Draft draft) {
        Map<MediaKind, Integer> counts = new EnumMap<>(MediaKind.class);
        List<Reference> references = new ArrayList<>();
        for (Draft.File file : draft.files()) {
            int index = counts.merge(file.media().kind(), 1, Integer::sum);
            references.add(new Reference(index, Role.REFERENCE, file.media()));
        }
        return references;
    }

    private static int count(Draft draft, MediaKind kind) {
        return (int) draft.files().stream().filter(file -> file.media().kind() == kind).count();
    }

    /** What an input led to. */
    record Step(Draft draft, List<Phrase> faults) {
        static Step to(Draft draft) {
            return new Step(draft, List.of());
        }
    }
}
