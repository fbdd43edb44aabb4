package org.spoolbot.providers.sandbox.laozhang;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.spoolbot.providers.sandbox.serve.Failures;
import org.spoolbot.providers.sandbox.serve.TaskForm;
import org.spoolbot.providers.sandbox.serve.View;
import org.spoolbot.providers.sandbox.task.Outcome;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStatus;

/** Tasks of the form dialect: flat as its document has them, or wrapped as other new-api sites answer on the same path. */
final class MultipartTasks implements TaskForm {

    private static final String WRAPPED = "wrapped";
    private static final String WRAPPED_OLD = "wrapped-old";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    @Override
    public String newId(Instant now, String letters) {
        return "task-" + DATE.format(now) + "-" + letters.substring(0, 6);
    }

    @Override
    public Set<String> shapes() {
        Set<String> shapes = new HashSet<>(Failures.SHAPES);
        shapes.add(WRAPPED);
        shapes.add(WRAPPED_OLD);
        return shapes;
    }

    @Override
    public int finalizingPolls() {
        return 1;
    }

    @Override
    public ObjectNode created(Task task, View view) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("task_id", task.id())
                .put("status", "pending")
                .put("created_at", time(task.timeline().created()));
    }

    @Override
    public ObjectNode described(Task task, View view) {
        if (Failures.has(task, WRAPPED) || Failures.has(task, WRAPPED_OLD)) {
            return wrapped(task, view);
        }
        return flat(task, view);
    }

    private static ObjectNode flat(Task task, View view) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("task_id", task.id()).put("status", view.wordOr(word(view.status())));
        switch (view.status()) {
            case RUNNING -> answer.put("progress", view.progress());
            case EXPIRED -> answer.put("progress", 50);
            case SUCCEEDED -> view.links().video().ifPresent(address -> answer.put("video_url", address));
            case FAILED -> Failures.describe(answer, task);
            case QUEUED, CANCELLED -> {}
        }
        answer.put("created_at", time(task.timeline().created()));
        if (view.status() != TaskStatus.QUEUED) {
            answer.put("updated_at", time(view.since()));
        }
        return answer;
    }

    /** The gateway knows no word for a task that expired upstream: it goes on calling it running. */
    private static String word(TaskStatus status) {
        return switch (status) {
            case QUEUED -> "pending";
            case RUNNING, EXPIRED, CANCELLED -> "running";
            case SUCCEEDED -> "completed";
            case FAILED -> "failed";
        };
    }

    private static ObjectNode wrapped(Task task, View view) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("code", "success").put("message", "");
        boolean ready = view.links().video().isPresent();
        ObjectNode data = answer.putObject("data")
                .put("task_id", task.id())
                .put("status", view.wordOr(wrappedWord(view.status(), ready)))
                .put("progress", wrappedProgress(view.status()));
        boolean old = Failures.has(task, WRAPPED_OLD);
        String address = view.links().video().orElse("");
        String reason = task.outcome().orElse(null) instanceof Outcome.Failed failed ? failed.message() : "";
        data.put("fail_reason", view.status() == TaskStatus.FAILED ? reason : old ? address : "");
        if (!old) {
            data.put("result_url", address);
        }
        data.set("data", flat(task, view));
        return answer;
    }

    private static String wrappedWord(TaskStatus status, boolean ready) {
        return switch (status) {
            case QUEUED -> "QUEUED";
            case RUNNING, EXPIRED, CANCELLED -> "IN_PROGRESS";
            case SUCCEEDED -> ready ? "SUCCESS" : "IN_PROGRESS";
            case FAILED -> "FAILURE";
        };
    }

    private static String wrappedProgress(TaskStatus status) {
        return switch (status) {
            case QUEUED -> "10%";
            case RUNNING, EXPIRED, CANCELLED -> "50%";
            case SUCCEEDED, FAILED -> "100%";
        };
    }

    private static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
