package org.spoolbot.providers.sandbox.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.spoolbot.providers.sandbox.reference.Loopback;

/** Leads each request to the dialect that it belongs to, and turns refusals into that dialect's envelope. */
public final class Router implements HttpHandler {

    private final List<Front> fronts;
    private final ClipDownloads downloads;
    private final AdminEndpoints admin;
    private final RequestLog log;
    private final Optional<String> apiKey;

    Router(List<Front> fronts, ClipDownloads downloads, AdminEndpoints admin, RequestLog log, Optional<String> apiKey) {
        this.fronts = List.copyOf(fronts);
        this.downloads = downloads;
        this.admin = admin;
        this.log = log;
        this.apiKey = apiKey;
    }

    /**
     * What was seen of every task.
     *
     * @return the newest first
     */
    public List<RecordedTask> recordedTasks() {
        return admin.tasks();
    }

    /**
     * The last requests to the dialects' paths.
     *
     * @return the oldest first
     */
    public List<RecordedRequest> recordedRequests() {
        return log.oldestFirst();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        RequestLog.Entry entry = log.begin(exchange);
        Call call = new Call(exchange, entry);
        try {
            route(call, entry);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            refuse(call, 500, "InternalError");
        } finally {
            call.close();
        }
    }

    private void route(Call call, RequestLog.Entry entry) throws IOException, InterruptedException {
        if (!isForThisMachine(call)) {
            refuse(call, 403, "AccessDenied");
            return;
        }
        String path = call.path();
        Optional<Front> front = fronts.stream().filter(candidate -> candidate.serves(path)).findFirst();
        if (front.isPresent()) {
            entry.belongsTo(front.get());
            serve(front.get(), call);
            return;
        }
        if (path.startsWith("/tos/")) {
            downloads.handle(call);
            return;
        }
        if (!path.startsWith("/_sandbox/") || !admin.handle(call)) {
            refuse(call, 404, "NotFound");
        }
    }

    private void serve(Front front, Call call) throws IOException, InterruptedException {
        try {
            if (!front.isOpen(call.path()) && !bearsKey(call)) {
                throw new RefusedRequest(front.faults().typical(401));
            }
            front.handle(call);
        } catch (RefusedRequest e) {
            call.refuse(front.faults(), e.fault());
        } catch (RuntimeException e) {
            call.refuse(front.faults(), front.faults().typical(500));
        }
    }

    private static void refuse(Call call, int status, String code) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", code).put("message", "The sandbox has nothing for " + call.method() + " here.");
        call.json(status, body);
    }

    /** A page in somebody's browser must not reach us under a name that it made point to this machine. */
    private static boolean isForThisMachine(Call call) {
        return Loopback.isThisMachine(call.header("Host").orElse("").replaceFirst(":\\d{1,5}$", ""));
    }

    private boolean bearsKey(Call call) {
        String header = call.header("Authorization").orElse("");
        String given = header.startsWith("Bearer ") ? header.substring(7).strip() : "";
        return !given.isEmpty() && apiKey.map(key -> MessageDigest.isEqual(bytes(key), bytes(given))).orElse(true);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
