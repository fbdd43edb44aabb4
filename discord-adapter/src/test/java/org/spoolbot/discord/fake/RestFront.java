package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spoolbot.discord.fake.Call.Receipt;
import org.spoolbot.discord.fake.Faults.Fault;
import org.spoolbot.discord.fake.wire.Multipart;
import org.spoolbot.discord.fake.wire.Reply;
import org.spoolbot.discord.fake.wire.Request;

/** The way of a REST request: route, planned fault, token, rate limit, body, description, work. */
final class RestFront {
    /** What it stands on. */
    record Parts(String token, World world, Cdn cdn, Faults faults, Traffic traffic, SpecCheck spec, List<Route> routes) {}

    static final String BASE = "/api/v10";

    private static final Pattern FILE_FIELD = Pattern.compile("files\\[(\\d+)]");
    private static final int LARGEST_JSON = 4 << 20;

    private record Found(Route route, List<String> ids) {}

    private record Body(JsonNode json, List<Upload> files) {}

    private final Parts parts;
    private final RateLimits limits = new RateLimits();
    private final AtomicInteger working = new AtomicInteger();
    private final Changes idle = new Changes();

    RestFront(Parts parts) {
        this.parts = parts;
    }

    /** Waits until no request is being worked on. */
    void awaitIdle() {
        idle.await("the end of all requests", () -> working.get() == 0);
    }

    Reply handle(Request request) throws IOException {
        working.incrementAndGet();
        try {
            return routed(request);
        } finally {
            working.decrementAndGet();
            idle.announce();
        }
    }

    private Reply routed(Request request) throws IOException {
        Receipt received = new Receipt(parts.world().now(), System.nanoTime());
        String path = request.path().substring(BASE.length());
        Optional<Found> found = find(request.method(), path);
        if (found.isEmpty()) {
            parts.spec().request(request.method(), path, request.query(), null);
            return refused(ApiError.notFound(), Map.of());
        }
        Optional<Fault> fault = parts.faults().next(found.get().route().name());
        return fault.isPresent() ? troubled(request, found.get(), received, fault.get()) : answered(request, found.get(), received);
    }

    private Reply troubled(Request request, Found found, Receipt received, Fault fault) throws IOException {
        return switch (fault) {
            case Fault.Dropped() -> new Reply.Cut();
            case Fault.Limited(var retryAfter, var global) -> seen(request, found, limited(retryAfter.toNanos() / 1e9, global, Map.of()));
            case Fault.Refused(int status, var body) -> seen(request, found, json(status, body, Map.of()));
            case Fault.AnswerLost() -> {
                answered(request, found, received);
                yield new Reply.Cut();
            }
            case Fault.Slow(var delay) -> {
                Reply late = answered(request, found, received);
                LockSupport.parkNanos(delay.toNanos());
                yield late;
            }
        };
    }

    private Optional<Found> find(String method, String path) {
        for (Route route : parts.routes()) {
            Optional<List<String>> ids = route.match(method, path);
            if (ids.isPresent()) {
                return Optional.of(new Found(route, ids.get()));
            }
        }
        return Optional.empty();
    }

    private Reply answered(Request request, Found found, Receipt received) throws IOException {
        if (!found.route().carriesItsToken() && !request.header("authorization").filter(("Bot " + parts.token())::equals).isPresent()) {
            return seen(request, found, refused(ApiError.unauthorized(), Map.of()));
        }
        Map<String, String> headers = Map.of();
        if (parts.faults().countingBuckets()) {
            RateLimits.Verdict verdict = limits.count(found.route().name(), found.ids());
            if (!verdict.allowed()) {
                return seen(request, found, limited(verdict.waitSeconds(), verdict.global(), verdict.headers()));
            }
            headers = verdict.headers();
        }
        Body body = body(request);
        Reply.Answer answer = worked(request, new Call(found.route(), found.ids(), request.query(), body.json(), body.files(), received), headers);
        parts.traffic().add(entry(request, found, body.json(), answer.status()));
        return answer;
    }

    private Reply.Answer worked(Request request, Call call, Map<String, String> headers) {
        String path = request.path().substring(BASE.length());
        try {
            Route.Result result = call.route().work().of(call);
            parts.spec().answer(request.method(), path, result.status(), result.body());
            return result.body() == null ? Reply.nothing(headers) : json(result.status(), result.body(), headers);
        } catch (ApiError refusal) {
            return refused(refusal, headers);
        } finally {
            parts.spec().request(request.method(), path, described(request), call.body().isMissingNode() ? null : call.body());
        }
    }

    /** JDA sends {@code wait=true} with edits too, where it means nothing and Discord does not mind it. */
    private static Map<String, String> described(Request request) {
        Map<String, String> query = new LinkedHashMap<>(request.query());
        if (request.method().equals("PATCH")) {
            query.remove("wait");
        }
        return query;
    }

    private Reply.Answer seen(Request request, Found found, Reply.Answer answer) {
        parts.traffic().add(entry(request, found, null, answer.status()));
        return answer;
    }

    private Traffic.Seen entry(Request request, Found found, @Nullable JsonNode body, int status) {
        String path = request.path().substring(BASE.length());
        return new Traffic.Seen(found.route().name(), path, Traffic.bodyOf(body), status, parts.world().now());
    }

    /** JSON, or a form whose {@code payload_json} stands before or behind its {@code files[n]}: https://discord.com/developers/docs/reference#uploading-files. */
    private Body body(Request request) throws IOException {
        String type = request.header("content-type").orElse("");
        if (!type.startsWith("multipart/form-data")) {
            byte[] bytes = request.body().readNBytes(LARGEST_JSON);
            return new Body(bytes.length == 0 ? MissingNode.getInstance() : Json.read(bytes), List.of());
        }
        JsonNode json = MissingNode.getInstance();
        List<Upload> files = new ArrayList<>();
        for (Multipart.Part part : Multipart.read(request, parts.cdn().folder())) {
            Matcher file = FILE_FIELD.matcher(part.field());
            if (file.matches() && part.file().isPresent()) {
                files.add(new Upload(Integer.parseInt(file.group(1)), part.fileName().orElse("file"), part.contentType(), part.file().get(), part.size()));
            } else if (part.field().equals("payload_json")) {
                json = Json.read(part.value());
            }
        }
        return new Body(json, List.copyOf(files));
    }

    /** https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit. */
    private static Reply.Answer limited(double seconds, boolean global, Map<String, String> bucket) {
        Map<String, String> headers = new LinkedHashMap<>(bucket);
        headers.put("Retry-After", Long.toString((long) Math.ceil(seconds)));
        headers.put("X-RateLimit-Scope", global ? "global" : "user");
        if (global) {
            headers.put("X-RateLimit-Global", "true");
        } else {
            headers.putIfAbsent("X-RateLimit-Reset-After", RateLimits.seconds(seconds));
            headers.put("X-RateLimit-Remaining", "0");
            headers.putIfAbsent("X-RateLimit-Limit", "5");
            headers.putIfAbsent("X-RateLimit-Bucket", "planned");
        }
        JsonNode body = Json.object().put("message", "You are being rate limited.").put("retry_after", seconds).put("global", global);
        return json(429, body, headers);
    }

    private static Reply.Answer refused(ApiError error, Map<String, String> headers) {
        return json(error.status(), error.body(), headers);
    }

    /** All answers of Discord have come by its proxy; a 429 without {@code Via} is one of Cloudflare's, a ban, to JDA and others. */
    private static Reply.Answer json(int status, JsonNode body, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/json");
        all.put("Via", "1.1 google");
        return Reply.text(status, all, body.toString());
    }
}
