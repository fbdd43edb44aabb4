package org.spoolbot.providers.sandbox.ark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import org.spoolbot.providers.sandbox.render.ClipPlan;
import org.spoolbot.providers.sandbox.serve.TaskForm;
import org.spoolbot.providers.sandbox.serve.View;
import org.spoolbot.providers.sandbox.task.ClipOrder;
import org.spoolbot.providers.sandbox.task.Outcome;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskSpec;
import org.spoolbot.providers.sandbox.task.TaskStatus;

/** What Ark says about a task, field by field. */
final class ArkTasks implements TaskForm {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final Callbacks CALLBACKS = new Callbacks(
            EnumSet.complementOf(EnumSet.of(TaskStatus.CANCELLED)),
            Duration.ofSeconds(5),
            List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO));

    @Override
    public String newId(Instant now, String letters) {
        return "cgt-" + DATE.format(now) + "-" + letters.substring(0, 8);
    }

    @Override
    public ObjectNode created(Task task, View view) {
        return JsonNodeFactory.instance.objectNode().put("id", task.id());
    }

    @Override
    public Callbacks callbacks() {
        return CALLBACKS;
    }

    @Override
    public ObjectNode described(Task task, View view) {
        TaskSpec spec = task.spec();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("id", task.id()).put("model", spec.order().model()).put("status", view.wordOr(view.status().word()));
        switch (view.status()) {
            case SUCCEEDED -> addClip(answer, spec, view.links());
            case FAILED -> addError(answer, task);
            case QUEUED, RUNNING, EXPIRED, CANCELLED -> {}
        }
        answer.put("created_at", task.timeline().created().getEpochSecond());
        answer.put("updated_at", view.since().getEpochSecond());
        if (view.status() == TaskStatus.SUCCEEDED) {
            addFigures(answer, spec);
        }
        return answer;
    }

    private static void addFigures(ObjectNode answer, TaskSpec spec) {
        ClipOrder.Output output = spec.order().output();
        answer.put("seed", spec.look().seed())
                .put("resolution", output.resolution())
                .put("ratio", spec.look().ratio())
                .put("duration", spec.look().seconds())
                .put("framespersecond", ClipPlan.FRAME_RATE)
                .put("generate_audio", output.audio())
                .put("draft", false)
                .put("service_tier", "default")
                .put("execution_expires_after", spec.order().terms().expiresAfter().toSeconds());
    }

    private static void addClip(ObjectNode answer, TaskSpec spec, View.Links links) {
        ObjectNode content = answer.putObject("content");
        links.video().ifPresent(address -> content.put("video_url", address));
        links.lastFrame().ifPresent(address -> content.put("last_frame_url", address));
        answer.putObject("usage").put("completion_tokens", spec.look().tokens()).put("total_tokens", spec.look().tokens());
    }

    private static void addError(ObjectNode answer, Task task) {
        if (task.outcome().orElse(null) instanceof Outcome.Failed(String code, String message)) {
            answer.putObject("error").put("code", code).put("message", message);
        }
    }
}
