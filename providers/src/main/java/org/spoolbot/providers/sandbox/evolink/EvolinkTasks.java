package org.spoolbot.providers.sandbox.evolink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.spoolbot.providers.sandbox.evolink.EvolinkModel.Tier;
import org.spoolbot.providers.sandbox.render.ClipPlan.FrameSize;
import org.spoolbot.providers.sandbox.render.Tile;
import org.spoolbot.providers.sandbox.serve.Failures;
import org.spoolbot.providers.sandbox.serve.TaskForm;
import org.spoolbot.providers.sandbox.serve.View;
import org.spoolbot.providers.sandbox.task.Outcome;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskSpec;
import org.spoolbot.providers.sandbox.task.TaskStatus;

/** What EvoLink says about a task, field by field. */
final class EvolinkTasks implements TaskForm {

    /** What every id begins with. */
    static final String PREFIX = "task-unified-";

    /** The shape in which refusals have numbers as codes. */
    static final String NUMERIC = "numeric-code";

    private static final String RESULT_DATA = "result-data";
    private static final Set<String> SHAPES = Set.of(NUMERIC, RESULT_DATA, Failures.ABSENT, Failures.NULL, Failures.TEXT);

    /** The code with which a task that fails is called cancelled. */
    private static final String CANCELLED = "cancelled";

    private static final Callbacks CALLBACKS = new Callbacks(
            EnumSet.of(TaskStatus.SUCCEEDED, TaskStatus.FAILED, TaskStatus.EXPIRED, TaskStatus.CANCELLED),
            Duration.ofSeconds(10),
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)));

    @Override
    public String newId(Instant now, String letters) {
        return PREFIX + now.getEpochSecond() + "-" + letters.substring(0, 8);
    }

    @Override
    public Set<String> shapes() {
        return SHAPES;
    }

    @Override
    public Callbacks callbacks() {
        return CALLBACKS;
    }

    @Override
    public ObjectNode created(Task task, View view) {
        ObjectNode answer = base(task, "pending", 0);
        answer.putObject("task_info")
                .put("can_cancel", true)
                .put("estimated_time", remaining(task, task.timeline().created()))
                .put("video_duration", task.spec().look().seconds());
        addUsage(answer, task);
        return answer;
    }

    private static void addUsage(ObjectNode answer, Task task) {
        answer.putObject("usage")
                .put("billing_rule", "per_second")
                .put("credits_reserved", credits(task))
                .put("user_group", "default");
    }

    @Override
    public ObjectNode described(Task task, View view) {
        TaskStatus status = status(task, view);
        ObjectNode answer = base(task, view.wordOr(word(status)), view.progress());
        ObjectNode information = answer.putObject("task_info").put("can_cancel", !status.isFinal());
        switch (status) {
            case QUEUED, RUNNING -> information.put("estimated_time", remaining(task, view.since()));
            case SUCCEEDED -> addResult(answer, task, view);
            case FAILED -> addError(answer, task);
            case EXPIRED -> putError(answer, task, "generation_timeout", EvolinkFaults.WORDS.messageFor("generation_timeout"));
            case CANCELLED -> {}
        }
        addUsage(answer, task);
        return answer;
    }

    private static ObjectNode base(Task task, String status, int progress) {
        return JsonNodeFactory.instance.objectNode()
                .put("id", task.id())
                .put("object", "video.generation.task")
                .put("created", task.timeline().created().getEpochSecond())
                .put("model", task.spec().order().model())
                .put("status", status)
                .put("progress", progress)
                .put("type", "video");
    }

    private static TaskStatus status(Task task, View view) {
        boolean cancelled = task.outcome().orElse(null) instanceof Outcome.Failed(String code, String _) && code.equals(CANCELLED);
        return cancelled && view.status() == TaskStatus.FAILED ? TaskStatus.CANCELLED : view.status();
    }

    private static String word(TaskStatus status) {
        return switch (status) {
            case QUEUED -> "pending";
            case RUNNING -> "processing";
            case SUCCEEDED -> "completed";
            case FAILED, EXPIRED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private static long remaining(Task task, Instant since) {
        return Math.max(1, Math.ceilDiv(Duration.between(since, task.timeline().done()).toMillis(), 1_000L));
    }

    private static void addResult(ObjectNode answer, Task task, View view) {
        if (view.links().video().isEmpty()) {
            return;
        }
        String address = view.links().video().get();
        if (Failures.has(task, RESULT_DATA)) {
            answer.putArray("result_data").addObject().put("video_url", address).put("duration", task.spec().look().seconds());
            return;
        }
        answer.putArray("results").add(address);
    }

    private static void addError(ObjectNode answer, Task task) {
        if (task.outcome().orElse(null) instanceof Outcome.Failed(String code, String message)) {
            putError(answer, task, code, message);
        }
    }

    private static void putError(ObjectNode answer, Task task, String code, String message) {
        if (Failures.has(task, Failures.NULL)) {
            answer.putNull("error");
            return;
        }
        if (Failures.has(task, Failures.TEXT)) {
            answer.put("error", message);
            return;
        }
        if (!Failures.has(task, Failures.ABSENT)) {
            answer.putObject("error").put("code", code).put("message", message).put("type", "task_error");
        }
    }

    /** What a task is billed, in credits. */
    static BigDecimal credits(Task task) {
        TaskSpec spec = task.spec();
        Tier tier = EvolinkModel.of(spec.order().model()).map(EvolinkModel::tier).orElse(Tier.STANDARD);
        return EvolinkPrices.credits(tier, spec.order().output().resolution(), spec.look().seconds(), videoSeconds(spec));
    }

    /** Worked back out of the tokens, which are all that is kept of the length of the videos that were handed in. */
    private static double videoSeconds(TaskSpec spec) {
        if (spec.order().references().stream().noneMatch(reference -> reference.kind() == Tile.Kind.VIDEO)) {
            return 0;
        }
        FrameSize frame = spec.look().frame();
        double frames = spec.look().tokens() * 1024.0 / ((double) frame.width() * frame.height());
        return Math.round(((frames - 1) / 24 - spec.look().seconds()) * 100) / 100.0;
    }
}
