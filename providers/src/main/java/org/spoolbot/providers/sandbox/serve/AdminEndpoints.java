package org.spoolbot.providers.sandbox.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.TaskStatus;
import org.spoolbot.providers.sandbox.task.TaskStore;

/** What the sandbox saw, and what it is to do wrong, for tests. */
final class AdminEndpoints {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final TaskStore store;
    private final Recorder recorder;
    private final RequestLog log;
    private final Misbehaviours misbehaviours;
    private final InstantSource clock;

    AdminEndpoints(TaskStore store, Recorder recorder, RequestLog log, Misbehaviours misbehaviours, InstantSource clock) {
        this.store = store;
        this.recorder = recorder;
        this.log = log;
        this.misbehaviours = misbehaviours;
        this.clock = clock;
    }

    /** Answers, if the path is one of the admin's. */
    boolean handle(Call call) throws IOException {
        switch (call.method() + " " + call.path()) {
            case "GET /_sandbox/tasks" -> call.json(200, taskList());
            case "GET /_sandbox/stats" -> call.json(200, stats());
            case "GET /_sandbox/requests" -> call.json(200, requestList());
            case "POST /_sandbox/misbehave" -> misbehave(call);
            case "DELETE /_sandbox/misbehave" -> {
                misbehaviours.clear();
                call.json(200, NODES.objectNode());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void misbehave(Call call) throws IOException {
        // A page in a browser cannot send this type to another host without asking first.
        if (!call.header("Content-Type").orElse("").startsWith("application/json")) {
            complain(call, "Content-Type must be application/json");
            return;
        }
        try {
            JsonNode body = JsonBodies.read(call, MisbehaviourRequest::invalid);
            if (!misbehaviours.add(MisbehaviourRequest.rule(body))) {
                complain(call, "there are too many rules; DELETE them first");
                return;
            }
            call.json(200, NODES.objectNode());
        } catch (RefusedRequest e) {
            complain(call, e.fault().message());
        }
    }

    private static void complain(Call call, String message) throws IOException {
        ObjectNode body = NODES.objectNode();
        body.putObject("error").put("message", message);
        call.json(400, body);
    }

    List<RecordedTask> tasks() {
        Instant now = clock.instant();
        return store.newestFirst(now).stream()
                .map(task -> RecordedTask.of(task, now, recorder.createsOf(task.spec().order().prompt().raw())))
                .toList();
    }

    private ArrayNode taskList() {
        ArrayNode list = NODES.arrayNode();
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
        return list;
    }

    private ArrayNode requestList() {
        ArrayNode list = NODES.arrayNode();
        for (RecordedRequest request : log.oldestFirst()) {
            ObjectNode item = list.addObject()
                    .put("dialect", request.dialect())
                    .put("method", request.method())
                    .put("path", request.path())
                    .put("status", request.status())
                    .put("body", request.body().text())
                    .put("clientRequestId", request.clientRequestId());
            ArrayNode parts = item.putArray("parts");
            request.body().parts().forEach(part -> parts.addObject()
                    .put("name", part.name())
                    .put("fileName", part.fileName())
                    .put("contentType", part.contentType())
                    .put("text", part.text())
                    .put("bytes", part.bytes()));
        }
        return list;
    }

    private ObjectNode stats() {
        ObjectNode stats = NODES.objectNode();
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
        return stats;
    }
}
