package org.spoolbot.providers.sandbox.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.TaskStatus;
import org.spoolbot.providers.sandbox.task.TaskStore;

/** What the sandbox saw, for tests. */
final class RecorderEndpoints {

    private final TaskStore store;
    private final Recorder recorder;
    private final InstantSource clock;

    RecorderEndpoints(TaskStore store, Recorder recorder, InstantSource clock) {
        this.store = store;
        this.recorder = recorder;
        this.clock = clock;
    }

    List<RecordedTask> tasks() {
        Instant now = clock.instant();
        return store.newestFirst(now).stream()
                .map(task -> RecordedTask.of(task, now, recorder.createsOf(task.spec().request().prompt())))
                .toList();
    }

    void listTasks(HttpExchange exchange) throws IOException {
        ArrayNode list = Reply.JSON.createArrayNode();
        for (RecordedTask task : tasks()) {
            list.addObject()
                    .put("id", task.id())
                    .put("prompt", task.prompt())
                    .put("createdAt", task.createdAt().toString())
                    .put("status", task.status())
                    .put("creates", task.calls().creates())
                    .put("polls", task.calls().polls())
                    .put("downloads", task.calls().downloads())
                    .put("clientRequestId", task.clientRequestId());
        }
        Reply.json(exchange, 200, list);
    }

    void stats(HttpExchange exchange) throws IOException {
        ObjectNode stats = Reply.JSON.createObjectNode();
        recorder.counts().forEach(stats::put);
        ObjectNode tasks = stats.putObject("tasks");
        for (TaskStatus status : TaskStatus.values()) {
            tasks.put(status.word(), 0);
        }
        Instant now = clock.instant();
        store.newestFirst(now).forEach(task -> {
            String word = task.stateAt(now).status().word();
            tasks.put(word, tasks.get(word).asInt() + 1);
        });
        Reply.json(exchange, 200, stats);
    }
}
