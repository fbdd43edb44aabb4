package org.spoolbot.providers.sandbox.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.providers.sandbox.ark.ArkFault;
import org.spoolbot.providers.sandbox.reference.Loopback;

/** Leads each request to where it is answered, and turns refusals into Ark's envelope. */
public final class ArkEndpoints implements HttpHandler {

    private static final Pattern TASKS = Pattern.compile("(?:/seedance)?/api/v3/contents/generations/tasks(?:/([A-Za-z0-9-]{1,64}))?");

    private final CreateEndpoint create;
    private final TaskEndpoints tasks;
    private final ClipDownloads downloads;
    private final RecorderEndpoints recorder;
    private final Optional<String> apiKey;

    ArkEndpoints(
            CreateEndpoint create, TaskEndpoints tasks, ClipDownloads downloads, RecorderEndpoints recorder, Optional<String> apiKey) {
        this.create = create;
        this.tasks = tasks;
        this.downloads = downloads;
        this.recorder = recorder;
        this.apiKey = apiKey;
    }

    /**
     * What was seen of every task.
     *
     * @return the newest first
     */
    public List<RecordedTask> recordedTasks() {
        return recorder.tasks();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            route(exchange);
        } catch (RefusedRequest e) {
            Reply.fault(exchange, e.fault());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            Reply.fault(exchange, ArkFault.typical(500));
        } finally {
            exchange.close();
        }
    }

    private void route(HttpExchange exchange) throws IOException, RefusedRequest, InterruptedException {
        checkHost(exchange);
        String path = exchange.getRequestURI().getPath();
        Matcher matcher = TASKS.matcher(path);
        if (matcher.matches()) {
            checkKey(exchange);
            routeTask(exchange, matcher.group(1) == null ? "" : matcher.group(1));
            return;
        }
        if (path.startsWith("/tos/")) {
            downloads.handle(exchange);
            return;
        }
        routeRecorder(exchange, path);
    }

    private void routeTask(HttpExchange exchange, String id) throws IOException, RefusedRequest, InterruptedException {
        String method = exchange.getRequestMethod();
        if (id.isEmpty() && method.equals("POST")) {
            create.handle(exchange);
            return;
        }
        if (method.equals("GET")) {
            if (id.isEmpty()) {
                tasks.list(exchange);
            } else {
                tasks.query(exchange, id);
            }
            return;
        }
        if (!id.isEmpty() && method.equals("DELETE")) {
            tasks.delete(exchange, id);
            return;
        }
        throw new RefusedRequest(new ArkFault(405, "MethodNotAllowed", method + " is not allowed here.", "", "BadRequest"));
    }

    private void routeRecorder(HttpExchange exchange, String path) throws IOException, RefusedRequest {
        if (path.equals("/_sandbox/tasks")) {
            recorder.listTasks(exchange);
            return;
        }
        if (path.equals("/_sandbox/stats")) {
            recorder.stats(exchange);
            return;
        }
        throw new RefusedRequest(ArkFault.typical(404));
    }

    /** A page in somebody's browser must not reach us under a name that it made point to this machine. */
    private static void checkHost(HttpExchange exchange) throws RefusedRequest {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
        if (!Loopback.isThisMachine(host.replaceFirst(":\\d{1,5}$", ""))) {
            throw new RefusedRequest(ArkFault.typical(403).withCode("AccessDenied"));
        }
    }

    private void checkKey(HttpExchange exchange) throws RefusedRequest {
        String header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
        String given = header.startsWith("Bearer ") ? header.substring(7).strip() : "";
        boolean known = apiKey.map(key -> MessageDigest.isEqual(bytes(key), bytes(given))).orElse(true);
        if (given.isEmpty() || !known) {
            throw new RefusedRequest(ArkFault.typical(401));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
