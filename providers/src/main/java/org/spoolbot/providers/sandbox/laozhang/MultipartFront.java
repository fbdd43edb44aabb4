package org.spoolbot.providers.sandbox.laozhang;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.providers.sandbox.reference.ReferenceLimits;
import org.spoolbot.providers.sandbox.render.Tile.Kind;
import org.spoolbot.providers.sandbox.serve.Call;
import org.spoolbot.providers.sandbox.serve.Desks;
import org.spoolbot.providers.sandbox.serve.Faults;
import org.spoolbot.providers.sandbox.serve.Front;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.serve.TaskForm;
import org.spoolbot.providers.sandbox.task.Dialect;

/** Forms with files at {@code /v1/video/generations}. */
public final class MultipartFront implements Front {

    private static final Pattern TASKS = Pattern.compile("/v1/video/generations(?:/([A-Za-z0-9_-]{1,64}))?");
    private static final ReferenceLimits LIMITS = new ReferenceLimits(
            Map.of(Kind.IMAGE, 50, Kind.VIDEO, 50), 407_696, 8_295_044, 15.1, Set.of("jpeg", "png", "mp4"));

    private final Desks desks;
    private final NewApiFaults faults = new NewApiFaults();
    private final MultipartTasks form = new MultipartTasks();
    private final FormReader reader;

    /**
     * A front.
     *
     * @param desks where the work is done
     */
    public MultipartFront(Desks desks) {
        this.desks = desks;
        reader = new FormReader(desks.uploads(), faults);
    }

    @Override
    public Dialect dialect() {
        return Dialect.LAOZHANG_MULTIPART;
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
        return LIMITS;
    }

    @Override
    public void handle(Call call) throws IOException, RefusedRequest, InterruptedException {
        Matcher matcher = TASKS.matcher(call.path());
        String id = matcher.matches() && matcher.group(1) != null ? matcher.group(1) : "";
        switch (call.method() + (id.isEmpty() ? " all" : " one")) {
            case "POST all" -> desks.creates().create(this, call, body -> new MultipartForm(reader.read(body), faults));
            case "GET one" -> desks.polls().query(this, call, id);
            default -> throw new RefusedRequest(faults.typical(id.isEmpty() ? 404 : 405));
        }
    }
}
