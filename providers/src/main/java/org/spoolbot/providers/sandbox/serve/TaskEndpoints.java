package org.spoolbot.providers.sandbox.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.spoolbot.providers.sandbox.ark.ArkFault;
import org.spoolbot.providers.sandbox.directive.Directive;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStatus;
import org.spoolbot.providers.sandbox.task.TaskStore;

/** Asking for one task, for many, and taking one back. */
final class TaskEndpoints {

    private static final int LARGEST_PAGE = 500;

    private final TaskStore store;
    private final Recorder recorder;
    private final ArkAnswers answers;
    private final InstantSource clock;

    TaskEndpoints(TaskStore store, Recorder recorder, ArkAnswers answers, InstantSource clock) {
        this.store = store;
        this.recorder = recorder;
        this.answers = answers;
        this.clock = clock;
    }

    void query(HttpExchange exchange, String id) throws IOException, RefusedRequest {
        recorder.count("polls");
        Instant now = clock.instant();
        Task task = store.find(id, now).orElseThrow(() -> new RefusedRequest(ArkFault.unknownTask(id)));
        int attempt = task.polls().incrementAndGet();
        Optional<Directive> fault = task.spec().directives().find(DirectiveName.POLL_STATUS).filter(found -> found.holdsFor(attempt));
        if (fault.isPresent()) {
            fault.get().retryAfter().ifPresent(wait -> exchange.getResponseHeaders().set("Retry-After", String.valueOf(wait)));
            throw new RefusedRequest(ArkFault.typical(fault.get().status()));
        }
        if (task.spec().directives().has(DirectiveName.GZIP_LIE)) {
            Reply.claimGzip(exchange);
        }
        Reply.json(exchange, 200, answers.describe(task, now));
    }

    void delete(HttpExchange exchange, String id) throws IOException, RefusedRequest {
        recorder.count("deletes");
        Instant now = clock.instant();
        Task task = store.find(id, now).orElseThrow(() -> new RefusedRequest(ArkFault.unknownTask(id)));
        switch (task.stateAt(now).status()) {
            case QUEUED -> {
                if (!task.cancel(now)) {
                    throw new RefusedRequest(ArkFault.notAllowedNow("A running task cannot be cancelled."));
                }
            }
            case RUNNING -> throw new RefusedRequest(ArkFault.notAllowedNow("A running task cannot be cancelled."));
            case CANCELLED -> throw new RefusedRequest(ArkFault.notAllowedNow("A cancelled task cannot be deleted."));
            case SUCCEEDED, FAILED, EXPIRED -> store.remove(id);
        }
        Reply.json(exchange, 200, Reply.JSON.createObjectNode());
    }

    void list(HttpExchange exchange) throws IOException, RefusedRequest {
        recorder.count("lists");
        Query query = Query.of(exchange);
        int page = number(query, "page_num", 1);
        int size = number(query, "page_size", 10);
        Instant now = clock.instant();
        List<Task> found = candidates(query, now).stream().filter(task -> isWanted(task, query, now)).toList();
        ObjectNode answer = Reply.JSON.createObjectNode();
        answer.put("total", found.size());
        ArrayNode items = answer.putArray("items");
        found.stream().skip((long) (page - 1) * size).limit(size).forEach(task -> items.add(answers.describe(task, now)));
        Reply.json(exchange, 200, answer);
    }

    private List<Task> candidates(Query query, Instant now) {
        List<String> ids = query.all("filter.task_ids");
        return ids.isEmpty()
                ? store.newestFirst(now)
                : ids.stream().distinct().flatMap(id -> store.find(id, now).stream()).toList();
    }

    private static int number(Query query, String name, int otherwise) throws RefusedRequest {
        String text = query.first(name, String.valueOf(otherwise));
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > LARGEST_PAGE) {
            throw new RefusedRequest(ArkFault.invalid(name, "a whole number from 1 to " + LARGEST_PAGE));
        }
        return Integer.parseInt(text);
    }

    private static boolean isWanted(Task task, Query query, Instant now) {
        String status = query.first("filter.status", "");
        String model = query.first("filter.model", "");
        String tier = query.first("filter.service_tier", "default");
        TaskStatus current = task.stateAt(now).status();
        return (status.isEmpty() || current.word().equals(status))
                && (model.isEmpty() || task.spec().request().model().equals(model))
                && tier.equals("default");
    }
}
