package org.spoolbot.providers.sandbox.ark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.reference.ReferenceLimits;
import org.spoolbot.providers.sandbox.serve.Call;
import org.spoolbot.providers.sandbox.serve.Desks;
import org.spoolbot.providers.sandbox.serve.Fault;
import org.spoolbot.providers.sandbox.serve.Faults;
import org.spoolbot.providers.sandbox.serve.Front;
import org.spoolbot.providers.sandbox.serve.JsonBodies;
import org.spoolbot.providers.sandbox.serve.PollDesk;
import org.spoolbot.providers.sandbox.serve.Query;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.serve.TaskForm;
import org.spoolbot.providers.sandbox.task.Dialect;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStatus;

/** Ark, as Volcengine and the relays that copy it speak it. */
public final class ArkFront implements Front {

    private static final Pattern TASKS = Pattern.compile("(?:/seedance)?/api/v3/contents/generations/tasks(?:/([A-Za-z0-9-]{1,64}))?");
    private static final int LARGEST_PAGE = 500;
    private static final ArkFaults FAULTS = ArkFaults.ARK;

    private final Desks desks;
    private final PollDesk polls;
    private final ArkTasks form = new ArkTasks();

    /**
     * A front.
     *
     * @param desks where the work is done
     */
    public ArkFront(Desks desks) {
        this.desks = desks;
        polls = desks.polls();
    }

    @Override
    public Dialect dialect() {
        return Dialect.ARK;
    }

    @Override
    public boolean serves(String path) {
        return TASKS.matcher(path).matches();
    }

    @Override
    public Faults faults() {
        return FAULTS;
    }

    @Override
    public TaskForm form() {
        return form;
    }

    @Override
    public ReferenceLimits limits() {
        return ReferenceLimits.ARK;
    }

    @Override
    public void handle(Call call) throws IOException, RefusedRequest, InterruptedException {
        Matcher matcher = TASKS.matcher(call.path());
        String id = matcher.matches() && matcher.group(1) != null ? matcher.group(1) : "";
        switch (call.method() + (id.isEmpty() ? " all" : " one")) {
            case "POST all" -> desks.creates().create(this, call, body -> new ArkForm(JsonBodies.read(body, FAULTS::invalid)));
            case "GET all" -> list(call);
            case "GET one" -> polls.query(this, call, id);
            case "DELETE one" -> delete(call, id);
            default -> throw new RefusedRequest(
                    new Fault(405, "MethodNotAllowed", call.method() + " is not allowed here.", "", "BadRequest"));
        }
    }

    private void delete(Call call, String id) throws IOException, RefusedRequest {
        polls.count("deletes");
        Task task = polls.find(this, id);
        switch (task.stateAt(polls.now()).status()) {
            case QUEUED -> {
                if (!task.cancel(polls.now())) {
                    throw new RefusedRequest(FAULTS.notAllowedNow("A running task cannot be cancelled."));
                }
            }
            case RUNNING -> throw new RefusedRequest(FAULTS.notAllowedNow("A running task cannot be cancelled."));
            case CANCELLED -> throw new RefusedRequest(FAULTS.notAllowedNow("A cancelled task cannot be deleted."));
            case SUCCEEDED, FAILED, EXPIRED -> polls.forget(task);
        }
        call.json(200, JsonNodeFactory.instance.objectNode());
    }

    private void list(Call call) throws IOException, RefusedRequest {
        polls.count("lists");
        Query query = call.query();
        int page = number(query, "page_num", 1);
        int size = number(query, "page_size", 10);
        List<Task> found = candidates(query).stream().filter(task -> isWanted(task, query)).toList();
        if (found.stream().anyMatch(task -> task.spec().directives().has(DirectiveName.LIST_HTML))) {
            call.html();
            return;
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("total", found.size());
        ArrayNode items = answer.putArray("items");
        found.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .forEach(task -> items.add(form.described(task, polls.view(task))));
        call.json(200, answer);
    }

    private List<Task> candidates(Query query) {
        List<String> ids = query.all("filter.task_ids");
        return ids.isEmpty()
                ? polls.newestFirst(this)
                : ids.stream().distinct().flatMap(id -> polls.lookUp(this, id).stream()).toList();
    }

    private static int number(Query query, String name, int otherwise) throws RefusedRequest {
        String text = query.first(name, String.valueOf(otherwise));
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > LARGEST_PAGE) {
            throw new RefusedRequest(FAULTS.invalid(name, "a whole number from 1 to " + LARGEST_PAGE));
        }
        return Integer.parseInt(text);
    }

    private boolean isWanted(Task task, Query query) {
        String status = query.first("filter.status", "");
        String model = query.first("filter.model", "");
        String tier = query.first("filter.service_tier", "default");
        TaskStatus current = task.stateAt(polls.now()).status();
        return (status.isEmpty() || current.word().equals(status))
                && (model.isEmpty() || task.spec().order().model().equals(model))
                && tier.equals("default");
    }
}
