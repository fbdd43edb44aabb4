package org.spoolbot.providers.sandbox.kyy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
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

/** Tasks are made at one path and asked for at another. */
public final class KyyFront implements Front {

    /** What is taken as a reference. */
    static final ReferenceLimits LIMITS = new ReferenceLimits(
            Map.of(Kind.IMAGE, 30, Kind.VIDEO, 200, Kind.AUDIO, 15),
            409_600,
            927_408,
            15.1,
            Set.of("jpeg", "png", "webp", "bmp", "tiff", "gif", "mp4", "mov", "wav", "mp3"));

    private static final String CREATE = "/kyyReactApiServer/v1/kyyvideo2/videos";
    private static final Pattern PATHS =
            Pattern.compile(CREATE + "(?:/[^/]*)?|/kyyReactApiServer/v1/result/([A-Za-z0-9_-]{1,64})");

    private final Desks desks;
    private final KyyAssets assets;
    private final TaskForm form;
    private final KyyFaults faults;

    private KyyFront(Desks desks, KyyAssets assets, TaskForm form, KyyFaults faults) {
        this.desks = desks;
        this.assets = assets;
        this.form = form;
        this.faults = faults;
    }

    /**
     * The dialect's fronts.
     *
     * @param desks where the work is done
     * @return one for tasks and one for assets
     */
    public static List<Front> fronts(Desks desks) {
        KyyAssets assets = KyyAssetFront.library(desks);
        return List.of(new KyyFront(desks, assets, new KyyTasks(), KyyFaults.OBJECT), new KyyAssetFront(assets));
    }

    @Override
    public Dialect dialect() {
        return Dialect.KYYVIDEO2;
    }

    @Override
    public boolean serves(String path) {
        return PATHS.matcher(path).matches();
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
        Matcher matcher = PATHS.matcher(call.path());
        String id = matcher.matches() && matcher.group(1) != null ? matcher.group(1) : "";
        if (call.method().equals("POST") && call.path().equals(CREATE)) {
            create(call);
            return;
        }
        if (!call.method().equals("GET") || id.isEmpty()) {
            throw new RefusedRequest(faults.typical(404));
        }
        List<String> shapes = desks.polls().lookUp(this, id).map(Task::spec).map(spec -> shapes(spec.directives())).orElse(List.of());
        desks.polls().query(shaped(shapes), call, id);
    }

    private void create(Call call) throws IOException, RefusedRequest, InterruptedException {
        JsonNode body = JsonBodies.read(call, faults::invalid);
        KyyFront front = shaped(shapes(Directives.parse(body.path("prompt").asText(""))));
        desks.creates().create(front, call, _ -> new KyyForm(body, assets, front.faults));
    }

    private static List<String> shapes(Directives directives) {
        return directives.find(DirectiveName.SHAPE).map(Directive::items).orElse(List.of());
    }

    private KyyFront shaped(List<String> shapes) {
        return shapes.contains(KyyTasks.BARE) ? new KyyFront(desks, assets, form, KyyFaults.BARE) : this;
    }
}
