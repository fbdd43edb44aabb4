package org.spoolbot.providers.sandbox.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.spoolbot.providers.sandbox.ark.ArkFault;
import org.spoolbot.providers.sandbox.ark.ArkRequest;
import org.spoolbot.providers.sandbox.ark.ArkRequestValidator;
import org.spoolbot.providers.sandbox.directive.Directive;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.task.ClipMaker;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStore;

/** {@code POST .../contents/generations/tasks}. */
final class CreateEndpoint {

    private static final int LARGEST_BODY = 64 * 1024 * 1024;
    private static final int LARGE_BODY = 1024 * 1024;
    private static final int LARGE_BODIES_AT_ONCE = 4;

    private final ObjectMapper strict = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LARGEST_BODY).maxNestingDepth(50).build())
            .build());
    private final Semaphore largeBodies = new Semaphore(LARGE_BODIES_AT_ONCE);
    private final TaskStore store;
    private final Recorder recorder;
    private final TaskFactory factory;
    private final ClipMaker maker;
    private final CallbackSender callbacks;
    private final InstantSource clock;
    private final CountDownLatch closed;

    CreateEndpoint(
            TaskStore store, Recorder recorder, TaskFactory factory, ClipMaker maker, CallbackSender callbacks, InstantSource clock,
            CountDownLatch closed) {
        this.store = store;
        this.recorder = recorder;
        this.factory = factory;
        this.maker = maker;
        this.callbacks = callbacks;
        this.clock = clock;
        this.closed = closed;
    }

    void handle(HttpExchange exchange) throws IOException, RefusedRequest, InterruptedException {
        Optional<Accepted> accepted = takeInTurn(exchange);
        if (accepted.isPresent()) {
            answer(exchange, accepted.get().task(), accepted.get().attempt());
        }
    }

    private record Accepted(Task task, int attempt) {}

    private Optional<Accepted> takeInTurn(HttpExchange exchange) throws IOException, RefusedRequest, InterruptedException {
        if (!isLarge(exchange)) {
            return create(exchange);
        }
        largeBodies.acquire();
        try {
            return create(exchange);
        } finally {
            largeBodies.release();
        }
    }

    private static boolean isLarge(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length == null || length.length() > 9 || Long.parseLong(length) > LARGE_BODY;
    }

    private Optional<Accepted> create(HttpExchange exchange) throws IOException, RefusedRequest, InterruptedException {
        JsonNode body = read(exchange);
        String prompt = ArkRequest.promptOf(body);
        int attempt = recorder.countCreate(prompt);
        Directives directives = Directives.parse(prompt);
        if (!directives.faults().isEmpty()) {
            throw new RefusedRequest(ArkFault.invalid("content.text", directives.faults().getFirst()));
        }
        if (misbehavesBefore(exchange, directives, attempt)) {
            return Optional.empty();
        }
        List<ArkFault> faults = ArkRequestValidator.validate(body);
        if (!faults.isEmpty()) {
            throw new RefusedRequest(faults.getFirst());
        }
        return Optional.of(new Accepted(accept(exchange, ArkRequest.of(body), directives), attempt));
    }

    private JsonNode read(HttpExchange exchange) throws IOException, RefusedRequest {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new RefusedRequest(ArkFault.invalid("body", "it is larger than 64 MB"));
        }
        try {
            JsonNode body = strict.readTree(bytes);
            return body == null ? strict.missingNode() : body;
        } catch (JsonProcessingException e) {
            throw new RefusedRequest(ArkFault.invalid("body", "it is not well-formed JSON"));
        }
    }

    private boolean misbehavesBefore(HttpExchange exchange, Directives directives, int attempt) throws IOException {
        Optional<Directive> status = held(directives, DirectiveName.CREATE_STATUS, attempt);
        if (status.isPresent()) {
            refuse(exchange, status.get());
            return true;
        }
        if (held(directives, DirectiveName.DROP_BEFORE_ACCEPT, attempt).isPresent()) {
            recorder.count("dropped");
            exchange.close();
            return true;
        }
        if (held(directives, DirectiveName.CREATE_HTML, attempt).isPresent()) {
            Reply.text(exchange, 200, "text/html; charset=utf-8", "<!doctype html><title>Maintenance</title><h1>Back soon</h1>");
            return true;
        }
        if (held(directives, DirectiveName.CREATE_EMPTY, attempt).isPresent()) {
            Reply.text(exchange, 200, "application/json", "");
            return true;
        }
        return false;
    }

    private static Optional<Directive> held(Directives directives, DirectiveName name, int attempt) {
        return directives.find(name).filter(directive -> directive.holdsFor(attempt));
    }

    private void refuse(HttpExchange exchange, Directive directive) throws IOException {
        recorder.count("refused");
        directive.retryAfter().ifPresent(seconds -> exchange.getResponseHeaders().set("Retry-After", String.valueOf(seconds)));
        ArkFault fault = ArkFault.typical(directive.status());
        String code = directive.options().get("code");
        Reply.fault(exchange, code == null ? fault : fault.withCode(code));
    }

    private Task accept(HttpExchange exchange, ArkRequest request, Directives directives) throws RefusedRequest, InterruptedException {
        ArkFault full = ArkFault.typical(429).withCode("QuotaExceeded");
        if (!maker.hasRoom()) {
            throw new RefusedRequest(full);
        }
        String clientRequestId = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Client-Request-Id")).orElse("");
        TaskFactory.Draft draft = factory.draft(request, directives, clientRequestId, clock.instant());
        if (!store.add(draft.task(), clock.instant())) {
            throw new RefusedRequest(full);
        }
        recorder.count("accepted");
        factory.begin(draft, clock.instant());
        callbacks.watch(draft.task());
        return draft.task();
    }

    private void answer(HttpExchange exchange, Task task, int attempt) throws IOException, InterruptedException {
        Directives directives = task.spec().directives();
        if (held(directives, DirectiveName.DROP_AFTER_ACCEPT, attempt).isPresent()) {
            recorder.count("dropped");
            exchange.close();
            return;
        }
        Optional<Directive> hang = held(directives, DirectiveName.HANG, attempt);
        if (hang.isPresent() && closed.await(hang.get().duration().toMillis(), TimeUnit.MILLISECONDS)) {
            exchange.close();
            return;
        }
        if (directives.has(DirectiveName.GZIP_LIE)) {
            Reply.claimGzip(exchange);
        }
        Reply.json(exchange, 200, Reply.JSON.createObjectNode().put("id", task.id()));
    }
}
