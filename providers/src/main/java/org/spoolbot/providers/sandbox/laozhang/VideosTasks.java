package org.spoolbot.providers.sandbox.laozhang;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.spoolbot.providers.sandbox.serve.Failures;
import org.spoolbot.providers.sandbox.serve.TaskForm;
import org.spoolbot.providers.sandbox.serve.View;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStatus;

/** Tasks of the JSON dialect: as its document has them, or as a plain new-api answers. */
final class VideosTasks implements TaskForm {

    private static final String URL = "url";
    private static final String METADATA_URL = "metadata-url";

    @Override
    public String newId(Instant now, String letters) {
        return "task_" + letters;
    }

    @Override
    public Set<String> shapes() {
        Set<String> shapes = new HashSet<>(Failures.SHAPES);
        shapes.add(URL);
        shapes.add(METADATA_URL);
        return shapes;
    }

    @Override
    public ObjectNode created(Task task, View view) {
        boolean plain = Failures.has(task, METADATA_URL);
        ObjectNode answer = head(task, plain ? "queued" : "submitted");
        if (plain) {
            answer.put("task_id", task.id()).put("progress", 0);
        }
        return answer.put("created_at", task.timeline().created().getEpochSecond());
    }

    @Override
    public ObjectNode described(Task task, View view) {
        ObjectNode answer = head(task, view.wordOr(word(view.status())));
        if (view.status() == TaskStatus.FAILED) {
            Failures.describe(answer, task);
        }
        answer.put("created_at", task.timeline().created().getEpochSecond());
        if (Failures.has(task, METADATA_URL)) {
            addPlain(answer, task, view);
            return answer;
        }
        view.links().video().ifPresent(address -> answer.put(Failures.has(task, URL) ? "url" : "video_url", address));
        return answer.put("updated_at", view.since().getEpochSecond());
    }

    private static void addPlain(ObjectNode answer, Task task, View view) {
        answer.put("task_id", task.id()).put("progress", progress(view.status()));
        if (view.links().video().isPresent()) {
            long tokens = task.spec().look().tokens();
            answer.put("completed_at", view.since().getEpochSecond());
            answer.putObject("metadata").put("url", view.links().video().get());
            answer.putObject("usage").put("completion_tokens", tokens).put("total_tokens", tokens);
        }
    }

    private static ObjectNode head(Task task, String word) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", task.id())
                .put("object", "video")
                .put("model", task.spec().order().model())
                .put("status", word);
    }

    /** The gateway knows no word for a task that expired upstream: it goes on calling it in progress. */
    private static String word(TaskStatus status) {
        return switch (status) {
            case QUEUED -> "queued";
            case RUNNING, EXPIRED, CANCELLED -> "in_progress";
            case SUCCEEDED -> "completed";
            case FAILED -> "failed";
        };
    }

    private static int progress(TaskStatus status) {
        return switch (status) {
            case QUEUED -> 10;
            case RUNNING, EXPIRED, CANCELLED -> 50;
            case SUCCEEDED, FAILED -> 100;
        };
    }
}
