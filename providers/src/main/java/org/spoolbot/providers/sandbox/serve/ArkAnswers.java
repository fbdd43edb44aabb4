package org.spoolbot.providers.sandbox.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import org.spoolbot.providers.sandbox.ark.ArkRequest;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.render.ClipPlan;
import org.spoolbot.providers.sandbox.task.Outcome;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskSpec;
import org.spoolbot.providers.sandbox.task.TaskStatus;

/** What Ark says about a task, field by field. */
final class ArkAnswers {

    private final SignedLinks links;
    private final URI base;

    ArkAnswers(SignedLinks links, URI base) {
        this.links = links;
        this.base = base;
    }

    ObjectNode describe(Task task, Instant now) {
        Task.State state = task.stateAt(now);
        TaskSpec spec = task.spec();
        ObjectNode answer = Reply.JSON.createObjectNode();
        answer.put("id", task.id()).put("model", spec.request().model()).put("status", state.status().word());
        switch (state.status()) {
            case SUCCEEDED -> addClip(answer, task, state.since());
            case FAILED -> addError(answer, task);
            case QUEUED, RUNNING, EXPIRED, CANCELLED -> {}
        }
        answer.put("created_at", task.timeline().created().getEpochSecond());
        answer.put("updated_at", state.since().getEpochSecond());
        if (state.status() == TaskStatus.SUCCEEDED) {
            addFigures(answer, spec);
        }
        return answer;
    }

    private static void addFigures(ObjectNode answer, TaskSpec spec) {
        ArkRequest.Output output = spec.request().output();
        answer.put("seed", spec.seed())
                .put("resolution", output.resolution())
                .put("ratio", spec.ratio())
                .put("duration", output.seconds())
                .put("framespersecond", ClipPlan.FRAME_RATE)
                .put("generate_audio", output.audio())
                .put("draft", false)
                .put("service_tier", "default")
                .put("execution_expires_after", spec.request().expiresAfter().toSeconds());
    }

    private void addClip(ObjectNode answer, Task task, Instant since) {
        ObjectNode content = answer.putObject("content");
        if (!task.spec().directives().has(DirectiveName.NO_URL)) {
            content.put("video_url", link(task, "mp4", since));
        }
        if (task.spec().request().output().lastFrame()) {
            content.put("last_frame_url", link(task, "png", since));
        }
        answer.putObject("usage").put("completion_tokens", task.spec().tokens()).put("total_tokens", task.spec().tokens());
    }

    private String link(Task task, String ending, Instant since) {
        String path = "/tos/" + task.id() + "/" + task.fileName() + "." + ending;
        return base + links.sign(path, since);
    }

    private static void addError(ObjectNode answer, Task task) {
        if (task.outcome().orElse(null) instanceof Outcome.Failed(String code, String message)) {
            answer.putObject("error").put("code", code).put("message", message);
        }
    }
}
