package org.spoolbot.providers.sandbox.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.spoolbot.providers.sandbox.directive.Directive;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.reference.ReadReference;
import org.spoolbot.providers.sandbox.reference.ReferenceReader;
import org.spoolbot.providers.sandbox.reference.UnusableReference;
import org.spoolbot.providers.sandbox.render.ClipPlan;
import org.spoolbot.providers.sandbox.render.ClipPlan.FrameSize;
import org.spoolbot.providers.sandbox.render.Tile;
import org.spoolbot.providers.sandbox.task.ClipMaker;
import org.spoolbot.providers.sandbox.task.ClipOrder;
import org.spoolbot.providers.sandbox.task.ClipOrder.Role;
import org.spoolbot.providers.sandbox.task.FrameSizes;
import org.spoolbot.providers.sandbox.task.Outcome;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskSpec;
import org.spoolbot.providers.sandbox.task.Timeline;
import org.spoolbot.providers.sandbox.task.TokenFormula;

/** Makes a task of an order: reads its references, decides what was left open, and sets the clip going. */
final class TaskFactory {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int USUAL_SECONDS = 5;

    private final SandboxSettings settings;
    private final ReferenceReader reader;
    private final ClipMaker maker;
    private final RandomGenerator random;
    private final Path folder;
    private final InstantSource clock;

    TaskFactory(
            SandboxSettings settings, ReferenceReader reader, ClipMaker maker, RandomGenerator random, Path folder, InstantSource clock) {
        this.settings = settings;
        this.reader = reader;
        this.maker = maker;
        this.random = random;
        this.folder = folder;
        this.clock = clock;
    }

    boolean hasRoom() {
        return maker.hasRoom();
    }

    /** A task and what its clip shows. */
    record Draft(Task task, ClipPlan plan) {}

    Draft draft(Front front, ClipOrder order, Directives directives, String clientRequestId) throws RefusedRequest, InterruptedException {
        List<ReadReference> references = new ArrayList<>();
        try {
            read(front, order, references);
            checkTotals(front, references);
        } catch (RefusedRequest | InterruptedException e) {
            references.forEach(reference -> reference.picture().ifPresent(ClipMaker::discard));
            throw e;
        }
        Instant now = clock.instant();
        TaskSpec spec = new TaskSpec(front.dialect(), order, directives, look(order.output(), references), clientRequestId);
        Task task = new Task(front.form().newId(now, letters(32)), letters(32), spec, timeline(order, directives, now));
        return new Draft(task, plan(spec, references));
    }

    private TaskSpec.Look look(ClipOrder.Output output, List<ReadReference> references) {
        Optional<FrameSize> firstImage = references.stream().flatMap(reference -> reference.size().stream()).findFirst();
        String ratio = output.ratio().equals("adaptive") ? FrameSizes.adaptive(firstImage) : output.ratio();
        FrameSize frame = FrameSizes.of(output.resolution(), ratio);
        int seconds = output.seconds().orElse(USUAL_SECONDS);
        long seed = output.seed().orElseGet(() -> random.nextLong(1_000_000));
        return new TaskSpec.Look(ratio, frame, seconds, seed, TokenFormula.tokens(frame, seconds, total(references, Tile.Kind.VIDEO)));
    }

    void begin(Front front, Draft draft) {
        Optional<Outcome> known = outcomeWithoutRendering(front.faults(), draft);
        if (known.isEmpty()) {
            maker.make(draft.task(), draft.plan());
            return;
        }
        ClipMaker.discardReferences(draft.plan());
        draft.task().settle(known.get(), clock.instant());
    }

    private Optional<Outcome> outcomeWithoutRendering(Faults faults, Draft draft) {
        Directives directives = draft.task().spec().directives();
        Optional<Directive> failure = directives.find(DirectiveName.FAIL);
        if (failure.isPresent()) {
            String code = failure.get().value();
            return Optional.of(new Outcome.Failed(code, faults.messageFor(code)));
        }
        if (directives.has(DirectiveName.EXPIRE)) {
            return Optional.of(new Outcome.Expired());
        }
        if (!settings.canned()) {
            return Optional.empty();
        }
        boolean lastFrame = draft.task().spec().order().output().lastFrame();
        return Optional.of(new Outcome.Made(maker.canned(draft.plan(), lastFrame)));
    }

    private void read(Front front, ClipOrder order, List<ReadReference> references) throws RefusedRequest, InterruptedException {
        for (ClipOrder.Reference reference : order.references()) {
            try {
                Path target = folder.resolve("reference-" + letters(24));
                references.add(reader.read(reference.kind(), reference.source(), front.limits(), target));
            } catch (UnusableReference e) {
                throw new RefusedRequest(front.faults().invalid(reference.param(), String.valueOf(e.getMessage())));
            }
        }
    }

    private static void checkTotals(Front front, List<ReadReference> references) throws RefusedRequest {
        for (Tile.Kind kind : List.of(Tile.Kind.VIDEO, Tile.Kind.AUDIO)) {
            if (total(references, kind) > front.limits().totalSeconds()) {
                throw new RefusedRequest(front.faults().invalid("content", "references of one kind may last 15 seconds together"));
            }
        }
    }

    private static double total(List<ReadReference> references, Tile.Kind kind) {
        return references.stream()
                .filter(reference -> reference.kind() == kind)
                .mapToDouble(reference -> reference.seconds().orElse(0))
                .sum();
    }

    private Timeline timeline(ClipOrder order, Directives directives, Instant now) {
        Duration queue = directives.find(DirectiveName.QUEUE_TIME).map(Directive::duration).orElse(settings.queueTime());
        Duration render = directives.find(DirectiveName.RENDER_TIME).map(Directive::duration).orElse(settings.renderTime());
        Instant running = now.plus(queue);
        return new Timeline(now, running, running.plus(render), now.plus(order.terms().expiresAfter()));
    }

    private static ClipPlan plan(TaskSpec spec, List<ReadReference> references) {
        ClipOrder.Output output = spec.order().output();
        TaskSpec.Look look = spec.look();
        String footer = String.join(
                "  \u00B7  ",
                output.resolution(), look.ratio(), look.seconds() + " s", output.audio() ? "with sound" : "silent", "seed " + look.seed());
        return new ClipPlan(
                spec.order().prompt().shown(), footer, look.frame(), look.seconds(), output.audio(), look.seed(),
                pictures(spec.order().references(), references));
    }

    private static ClipPlan.Pictures pictures(List<ClipOrder.Reference> asked, List<ReadReference> references) {
        boolean frames = asked.stream().noneMatch(reference -> reference.role() == Role.REFERENCE);
        if (frames && !asked.isEmpty()) {
            return new ClipPlan.Pictures(List.of(), frame(asked, references, Role.FIRST_FRAME), frame(asked, references, Role.LAST_FRAME));
        }
        Map<Tile.Kind, Integer> numbers = new EnumMap<>(Tile.Kind.class);
        List<Tile> tiles = new ArrayList<>();
        for (ReadReference reference : references) {
            int number = numbers.merge(reference.kind(), 1, Integer::sum);
            String label = "@" + reference.kind().name().toLowerCase(Locale.ROOT) + number;
            tiles.add(new Tile(label, reference.detail(), reference.kind(), reference.picture()));
        }
        return new ClipPlan.Pictures(tiles, Optional.empty(), Optional.empty());
    }

    private static Optional<Path> frame(List<ClipOrder.Reference> asked, List<ReadReference> references, Role role) {
        for (int index = 0; index < asked.size(); index++) {
            if (asked.get(index).role() == role) {
                return references.get(index).picture();
            }
        }
        return Optional.empty();
    }

    private String letters(int count) {
        StringBuilder letters = new StringBuilder(count);
        for (int index = 0; index < count; index++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
