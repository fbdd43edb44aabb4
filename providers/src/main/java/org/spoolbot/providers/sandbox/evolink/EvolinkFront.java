package org.spoolbot.providers.sandbox.evolink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.spoolbot.providers.sandbox.directive.Directive;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.reference.ReferenceLimits;
import org.spoolbot.providers.sandbox.render.Tile.Kind;
import org.spoolbot.providers.sandbox.serve.Call;
import org.spoolbot.providers.sandbox.serve.Desks;
import org.spoolbot.providers.sandbox.serve.Faults;
import org.spoolbot.providers.sandbox.serve.Front;
import org.spoolbot.providers.sandbox.serve.JsonBodies;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.serve.TaskForm;
import org.spoolbot.providers.sandbox.task.Dialect;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStatus;

/** Tasks are made at one path and asked for at another; a third tells the balance. */
public final class EvolinkFront implements Front {

    /** What is taken as a reference. */
    static final ReferenceLimits LIMITS = new ReferenceLimits(
            Map.of(Kind.IMAGE, 30, Kind.VIDEO, 50, Kind.AUDIO, 15),
            409_600,
            927_408,
            15.1,
            Set.of("jpeg", "png", "webp", "bmp", "tiff", "gif", "mp4", "mov", "wav", "mp3"));

    private static final String CREATE = "/v1/videos/generations";
    private static final String TASKS = "/v1/tasks/";
    private static final String CREDITS = "/v1/credits";
    private static final Pattern TASK_ID = Pattern.compile(EvolinkTasks.PREFIX + "[A-Za-z0-9-]{1,64}");
    private static final long LARGEST_BODY = 64L * 1024 * 1024;
    private static final BigDecimal GIVEN = BigDecimal.valueOf(1_000_000);

    private final Desks desks;
    private final TaskForm form;
    private final EvolinkFaults faults;

    private EvolinkFront(Desks desks, TaskForm form, EvolinkFaults faults) {
        this.desks = desks;
        this.form = form;
        this.faults = faults;
    }

    /**
     * The dialect's fronts.
     *
     * @param desks where the work is done
     * @return one for tasks and one for files
     */
    public static List<Front> fronts(Desks desks) {
        EvolinkTasks tasks = new EvolinkTasks();
        return List.of(new EvolinkFront(desks, tasks, EvolinkFaults.WORDS), new EvolinkFilesFront(EvolinkFiles.of(desks), tasks));
    }

    @Override
    public Dialect dialect() {
        return Dialect.EVOLINK;
    }

    @Override
    public boolean serves(String path) {
        return path.equals(CREATE) || path.equals(CREDITS) || path.startsWith(TASKS);
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public TaskForm form() {
        return form;
    }

    @Override
    public ReferenceLimits limits() {
        return LIMITS;
    }

    @Override
    public void handle(Call call) throws IOException, RefusedRequest, InterruptedException {
        String path = call.path();
        if (call.method().equals("POST") && path.equals(CREATE)) {
            create(call);
            return;
        }
        if (!call.method().equals("GET") || path.equals(CREATE)) {
            throw new RefusedRequest(faults.typical(404));
        }
        if (path.equals(CREDITS)) {
            call.json(200, credits());
            return;
        }
        query(call, path.substring(TASKS.length()));
    }

    private void create(Call call) throws IOException, RefusedRequest, InterruptedException {
        String length = call.header("Content-Length").orElse("0");
        if (length.length() > 9 || Long.parseLong(length) > LARGEST_BODY) {
            throw new RefusedRequest(faults.typical(413));
        }
        JsonNode body = JsonBodies.read(call, faults::invalid);
        EvolinkFront front = shaped(shapes(Directives.parse(body.path("prompt").asText(""))));
        desks.creates().create(front, call, _ -> new EvolinkForm(body, front.faults));
    }

    private void query(Call call, String id) throws IOException, RefusedRequest {
        if (!TASK_ID.matcher(id).matches()) {
            throw new RefusedRequest(faults.invalidTaskId());
        }
        List<String> shapes = desks.polls().lookUp(this, id).map(task -> shapes(task.spec().directives())).orElse(List.of());
        desks.polls().query(shaped(shapes), call, id);
    }

    private static List<String> shapes(Directives directives) {
        return directives.find(DirectiveName.SHAPE).map(Directive::items).orElse(List.of());
    }

    private EvolinkFront shaped(List<String> shapes) {
        return shapes.contains(EvolinkTasks.NUMERIC) ? new EvolinkFront(desks, form, EvolinkFaults.NUMBERS) : this;
    }

    private ObjectNode credits() {
        BigDecimal used = desks.polls().newestFirst(this).stream()
                .filter(this::isBilled)
                .map(EvolinkTasks::credits)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("success", true);
        ObjectNode data = answer.putObject("data");
        data.putObject("token").put("remaining_credits", GIVEN.subtract(used)).put("used_credits", used).put("unlimited_credits", true);
        data.putObject("user").put("remaining_credits", GIVEN.subtract(used)).put("used_credits", used);
        return answer;
    }

    /** Credits are reserved when a task is made, and given back when it fails. */
    private boolean isBilled(Task task) {
        TaskStatus status = task.stateAt(desks.polls().now()).status();
        return switch (status) {
            case QUEUED, RUNNING, SUCCEEDED -> true;
            case FAILED, EXPIRED, CANCELLED -> false;
        };
    }
}
