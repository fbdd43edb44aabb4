package org.spoolbot.providers.sandbox.laozhang;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.providers.sandbox.reference.ReferenceLimits;
import org.spoolbot.providers.sandbox.serve.Call;
import org.spoolbot.providers.sandbox.serve.Desks;
import org.spoolbot.providers.sandbox.serve.Fault;
import org.spoolbot.providers.sandbox.serve.Faults;
import org.spoolbot.providers.sandbox.serve.Front;
import org.spoolbot.providers.sandbox.serve.JsonBodies;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.serve.TaskForm;
import org.spoolbot.providers.sandbox.task.Dialect;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStatus;

/** JSON at {@code /v1/videos}; {@code /v1/videos/generations} is another dialect's. */
public final class VideosFront implements Front {

    private static final Pattern TASKS = Pattern.compile("/v1/videos(?:/(?!generations$)([A-Za-z0-9_-]{1,64})(/content)?)?");

    private final Desks desks;
    private final NewApiFaults faults = new NewApiFaults();
    private final VideosTasks form = new VideosTasks();

    /**
     * A front.
     *
     * @param desks where the work is done
     */
    public VideosFront(Desks desks) {
        this.desks = desks;
    }

    @Override
    public Dialect dialect() {
        return Dialect.LAOZHANG_VIDEOS;
    }

    @Override
    public boolean serves(String path) {
        return TASKS.matcher(path).matches();
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
        return ReferenceLimits.ARK;
    }

    @Override
    public void handle(Call call) throws IOException, RefusedRequest, InterruptedException {
        Matcher matcher = TASKS.matcher(call.path());
        String id = matcher.matches() && matcher.group(1) != null ? matcher.group(1) : "";
        String what = matcher.matches() && matcher.group(2) != null ? " content" : id.isEmpty() ? " all" : " one";
        switch (call.method() + what) {
            case "POST all" -> desks.creates().create(this, call, this::read);
            case "GET one" -> desks.polls().query(this, call, id);
            case "GET content" -> content(call, id);
            default -> throw new RefusedRequest(faults.typical(id.isEmpty() ? 404 : 405));
        }
    }

    private VideosForm read(Call call) throws IOException, RefusedRequest {
        if (!call.header("Content-Type").orElse("").startsWith("application/json")) {
            throw new RefusedRequest(faults.invalid("Content-Type", "application/json is expected"));
        }
        return new VideosForm(JsonBodies.read(call, faults::invalid), faults);
    }

    private void content(Call call, String id) throws IOException, RefusedRequest {
        Task task = desks.polls().find(this, id);
        TaskStatus status = desks.polls().view(task).status();
        if (status != TaskStatus.SUCCEEDED) {
            String message = "Task is not completed yet, current status: " + status.word();
            throw new RefusedRequest(new Fault(400, "", message, "", "invalid_request_error"));
        }
        desks.clips().serve(call, task, "mp4");
    }
}
