package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The HTTP side: {@code /bot<token>/<method>} in any case (server: Query.cpp) and {@code /file/bot<token>/<path>}. */
final class Front implements HttpHandler {
    private static final String FILES = "/file";

    private final String token;
    private final InstantSource clock;
    private final Scene scene;
    private final FileShelf shelf;
    private final Places places;
    private final Faults faults;
    private final Log log;
    private final Map<String, Method> methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Where calls are written down and judged. */
    record Log(Calls calls, Violations violations) {}

    Front(String token, World world, Places places, Faults faults, Log log) {
        this.token = token;
        this.clock = world.clock();
        this.scene = world.scene();
        this.shelf = world.shelf();
        this.places = places;
        this.faults = faults;
        this.log = log;
    }

    Map<String, Method> methods() {
        return methods;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean file = path.startsWith(FILES + "/");
            String[] parts = (file ? path.substring(FILES.length()) : path).split("/", 3);
            if (parts.length < 3 || !parts[1].matches("bot\\d+:[A-Za-z0-9_-]{20,}")) {
                refuse(exchange, Refusal.notFound());
            } else if (!parts[1].equals("bot" + token)) {
                refuse(exchange, Refusal.unauthorized());
            } else if (file) {
                download(exchange, parts[2]);
            } else {
                call(exchange, parts[2]);
            }
        }
    }

    private void download(HttpExchange exchange, String path) throws IOException {
        Optional<Fault> fault = faults.take("file");
        if (fault.isPresent() && !continues(exchange, fault.get())) {
            return;
        }
        Optional<Blob> blob = shelf.linked(path);
        if (blob.isEmpty()) {
            refuse(exchange, Refusal.notFound());
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, blob.get().size());
        try (OutputStream out = exchange.getResponseBody()) {
            if (fault.isPresent()) {
                return; // The connection ends in the middle of the file.
            }
            Files.copy(blob.get().path(), out);
        }
    }

    private void call(HttpExchange exchange, String called) throws IOException {
        Parameters parameters;
        try {
            parameters = new Body(shelf).read(exchange);
        } catch (Refusal malformed) {
            refuse(exchange, malformed);
            return;
        }
        log.violations().check(called, parameters);
        Optional<Fault> fault = faults.take(called);
        if (fault.isPresent() && !continues(exchange, fault.get())) {
            record(called, parameters, exchange.getResponseCode());
            return;
        }
        Answer answer = answer(called, parameters);
        boolean drops = fault.filter(Fault.DropsAfter.class::isInstance).isPresent();
        record(called, parameters, drops ? 0 : answer.status());
        if (!drops) {
            send(exchange, answer.status(), answer.json());
        }
    }

    private record Answer(int status, ObjectNode json) {}

    private Answer answer(String called, Parameters parameters) {
        try {
            if (places.isLoggedOut()) {
                throw Refusal.badRequest("Logged out");
            }
            Method method = Optional.ofNullable(methods.get(called)).orElseThrow(() -> new Refusal(404, "Not Found: method not found", Json.object()));
            JsonNode result = scene.in(() -> method.call(parameters));
            judge(called, result);
            return new Answer(200, Json.object().put("ok", true).set("result", result));
        } catch (Refusal refusal) {
            return new Answer(refusal.code(), refusal.json());
        }
    }

    // Updates are judged when they come into being, so that poison may pass.
    private void judge(String called, JsonNode result) {
        if (!called.equalsIgnoreCase("getUpdates")) {
            log.violations().checkAnswer(called, result);
        }
    }

    /** Plays the fault; whether the call shall still be done. */
    private boolean continues(HttpExchange exchange, Fault fault) throws IOException {
        return switch (fault) {
            case Fault.Refuses refuses -> {
                refuse(exchange, refusal(refuses));
                yield false;
            }
            case Fault.Page page -> {
                byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                write(exchange, page.status(), body);
                yield false;
            }
            case Fault.DropsBefore before -> false;
            case Fault.DropsAfter after -> true;
            case Fault.Slow slow -> {
                faults.waits(slow.pause());
                yield true;
            }
        };
    }

    private static Refusal refusal(Fault.Refuses refuses) {
        ObjectNode parameters = Json.object();
        if (refuses.retryAfter() > 0) {
            parameters.put("retry_after", refuses.retryAfter());
        }
        if (refuses.migratesTo() != 0) {
            parameters.put("migrate_to_chat_id", refuses.migratesTo());
        }
        return new Refusal(refuses.code(), refuses.description(), parameters);
    }

    private void record(String called, Parameters parameters, int status) {
        String name = methods.keySet().stream().filter(called::equalsIgnoreCase).findFirst().orElse(called.toLowerCase(Locale.ROOT));
        if (name.equals("getUpdates")) {
            return;
        }
        List<Call.Upload> files = parameters.parts().values().stream().map(part -> new Call.Upload(part.field(), part.name(), part.size())).toList();
        log.calls().add(new Call(name, parameters.values(), files, clock.instant(), Math.max(0, status)));
    }

    private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        send(exchange, refusal.code(), refusal.json());
    }

    private static void send(HttpExchange exchange, int status, JsonNode json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        write(exchange, status, Json.bytes(json));
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
