package org.spoolbot.providers.sandbox.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.spoolbot.providers.sandbox.ark.ArkFault;
import org.spoolbot.providers.sandbox.ark.ArkRequest;
import org.spoolbot.providers.sandbox.ark.FrameSizes;
import org.spoolbot.providers.sandbox.ark.TokenFormula;
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
import org.spoolbot.providers.sandbox.task.Outcome;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskSpec;
import org.spoolbot.providers.sandbox.task.Timeline;

/** Makes a task of a request: reads its references, decides what was left open, and sets the clip going. */
final class TaskFactory {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final double LONGEST_TOTAL = 15.1;

    private final SandboxSettings settings;
    private final ReferenceReader reader;
    private final ClipMaker maker;
    private final RandomGenerator random;
    private final Path folder;

    TaskFactory(SandboxSettings settings, ReferenceReader reader, ClipMaker maker, RandomGenerator random, Path folder) {
        this.settings = settings;
        this.reader = reader;
        this.maker = maker;
        this.random = random;
        this.folder = folder;
    }

    /** A task and what its clip shows. */
    record Draft(Task task, ClipPlan plan) {}

    Draft draft(ArkRequest request, Directives directives, String clientRequestId, Instant now) throws RefusedRequest, InterruptedException {
        List<ReadReference> references = new ArrayList<>();
        try {
            read(request, references);
            checkTotals(references);
        } catch (RefusedRequest | InterruptedException e) {
            references.forEach(reference -> reference.picture().ifPresent(ClipMaker::discard));
            throw e;
        }
        ArkRequest.Output output = request.output();
        Optional<FrameSize> firstImage = references.stream().flatMap(reference -> reference.size().stream()).findFirst();
        String ratio = output.ratio().equals("adaptive") ? FrameSizes.adaptive(firstImage) : output.ratio();
        FrameSize frame = FrameSizes.of(output.resolution(), ratio);
        long seed = output.seed().orElseGet(() -> random.nextLong(1_000_000));
        long tokens = TokenFormula.tokens(frame, output.seconds(), total(references, Tile.Kind.VIDEO));
        TaskSpec spec = new TaskSpec(request, directives, ratio, frame, seed, tokens, clientRequestId);
        Task task = new Task("cgt-" + DATE.format(now) + "-" + letters(8), letters(32), spec, timeline(request, directives, now));
        return new Draft(task, plan(spec, references));
    }

    void begin(Draft draft, Instant now) {
        Optional<Outcome> known = outcomeWithoutRendering(draft);
        if (known.isEmpty()) {
            maker.make(draft.task(), draft.plan());
            return;
        }
        ClipMaker.discardReferences(draft.plan());
        draft.task().settle(known.get(), now);
    }

    private Optional<Outcome> outcomeWithoutRendering(Draft draft) {
        Directives directives = draft.task().spec().directives();
        Optional<Directive> failure = directives.find(DirectiveName.FAIL);
        if (failure.isPresent()) {
            String code = failure.get().value();
            return Optional.of(new Outcome.Failed(code, ArkFault.messageFor(code)));
        }
        if (directives.has(DirectiveName.EXPIRE)) {
            return Optional.of(new Outcome.Expired());
        }
        if (!settings.canned()) {
            return Optional.empty();
        }
        boolean lastFrame = draft.task().spec().request().output().lastFrame();
        return Optional.of(new Outcome.Made(maker.canned(draft.plan(), lastFrame)));
    }

    private void read(ArkRequest request, List<ReadReference> references) throws RefusedRequest, InterruptedException {
        for (ArkRequest.Medium medium : request.media()) {
            try {
                references.add(reader.read(medium.kind(), medium.url(), folder.resolve("reference-" + letters(24))));
            } catch (UnusableReference e) {
                throw new RefusedRequest(ArkFault.invalid(medium.param(), String.valueOf(e.getMessage())));
            }
        }
    }

    private static void checkTotals(List<ReadReference> references) throws RefusedRequest {
        for (Tile.Kind kind : List.of(Tile.Kind.VIDEO, Tile.Kind.AUDIO)) {
            if (total(references, kind) > LONGEST_TOTAL) {
                throw new RefusedRequest(ArkFault.invalid("content", "references of one kind may last 15 seconds together"));
            }
        }
    }

    private static double total(List<ReadReference> references, Tile.Kind kind) {
        return references.stream()
                .filter(reference -> reference.kind() == kind)
                .mapToDouble(reference -> reference.seconds().orElse(0))
                .sum();
    }

    private Timeline timeline(ArkRequest request, Directives directives, Instant now) {
        Duration queue = directives.find(DirectiveName.QUEUE_TIME).map(Directive::duration).orElse(settings.queueTime());
        Duration render = directives.find(DirectiveName.RENDER_TIME).map(Directive::duration).orElse(settings.renderTime());
        Instant running = now.plus(queue);
        return new Timeline(now, running, running.plus(render), now.plus(request.expiresAfter()));
    }

    private static ClipPlan plan(TaskSpec spec, List<ReadReference> references) {
        ArkRequest.Output output = spec.request().output();
        String footer = String.join(
                "  \u00B7  ",
                output.resolution(), spec.ratio(), output.seconds() + " s", output.audio() ? "with sound" : "silent", "seed " + spec.seed());
        return new ClipPlan(
                spec.directives().prompt(), footer, spec.frame(), output.seconds(), output.audio(), spec.seed(),
                pictures(spec.request().media(), references));
    }

    private static ClipPlan.Pictures pictures(List<ArkRequest.Medium> media, List<ReadReference> references) {
        boolean frames = media.stream().noneMatch(medium -> medium.role().startsWith("reference_"));
        if (frames && !media.isEmpty()) {
            return new ClipPlan.Pictures(List.of(), frame(media, references, false), frame(media, references, true));
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

    private static Optional<Path> frame(List<ArkRequest.Medium> media, List<ReadReference> references, boolean last) {
        for (int index = 0; index < media.size(); index++) {
            if (media.get(index).role().equals("last_frame") == last) {
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
