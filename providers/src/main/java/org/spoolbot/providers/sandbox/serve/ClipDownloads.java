package org.spoolbot.providers.sandbox.serve;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStore;

/** The object store that the clips lie in. Like the real one it takes a signature or credentials, never both. */
final class ClipDownloads {

    private static final Pattern PATH = Pattern.compile("/tos/([A-Za-z0-9_-]{1,64})/([a-z0-9]{1,64})\\.(mp4|png)");

    private final TaskStore store;
    private final Recorder recorder;
    private final ClipFiles files;
    private final SignedLinks links;
    private final InstantSource clock;

    ClipDownloads(TaskStore store, Recorder recorder, ClipFiles files, SignedLinks links, InstantSource clock) {
        this.store = store;
        this.recorder = recorder;
        this.files = files;
        this.links = links;
        this.clock = clock;
    }

    void handle(Call call) throws IOException {
        if (!call.method().equals("HEAD") && !call.method().equals("GET")) {
            ClipFiles.refuse(call, 405, "MethodNotAllowed");
            return;
        }
        if (call.header("Authorization").isPresent()) {
            recorder.count("downloads-with-credentials");
            ClipFiles.refuse(call, 400, "InvalidArgument");
            return;
        }
        String path = call.path();
        if (!links.opens(path, call.query(), clock.instant())) {
            ClipFiles.refuse(call, 403, "AccessDenied");
            return;
        }
        Matcher matcher = PATH.matcher(path);
        Optional<Task> task = matcher.matches() ? store.find(matcher.group(1), clock.instant()) : Optional.empty();
        if (task.isEmpty() || !task.get().fileName().equals(matcher.group(2))) {
            ClipFiles.refuse(call, 404, "NoSuchKey");
            return;
        }
        if (task.get().spec().directives().has(DirectiveName.REDIRECT) && call.query().all("redirected").isEmpty()) {
            call.answerHeader("Location", call.uri() + "&redirected=1");
            call.text(302, "text/plain", "");
            return;
        }
        files.serve(call, task.get(), matcher.group(3));
    }
}
