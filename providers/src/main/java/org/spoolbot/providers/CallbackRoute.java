package org.spoolbot.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpRequest;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.api.plugin.PluginContext;

/**
 * Where gateways call back. Nobody signs callbacks, they may repeat, come in any order and before the order's own answer: the address is
 * unguessable, and a call is nothing but a hint to ask about that task.
 */
final class CallbackRoute {
    private static final String SECRET_KEY = "callback-secret";
    private static final int SECRET_BYTES = 24;
    private static final long MAX_BODY_BYTES = 256 * 1024;
    private static final int MAX_TASK_ID = 200;

    private final PluginContext context;
    private final String providerId;
    private final JsonMapper json = JsonMapper.builder().build();
    private final String secret;

    CallbackRoute(PluginContext context, String providerId) {
        this.context = context;
        this.providerId = providerId;
        this.secret = secret(context);
    }

    /** Opens the route. */
    void open() {
        context.http().route("POST", "/" + providerId + "/*", this::called);
    }

    /** The address that the gateway is told; empty if the outside world does not reach this server. */
    Optional<URI> address() {
        return context.http().publicAddress("/" + providerId + "/" + secret);
    }

    private HttpResponse called(HttpRequest request) throws HttpException, IOException {
        String given = request.path().substring(request.path().lastIndexOf('/') + 1);
        if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8))) {
            throw new HttpException(404, "there is nothing here");
        }
        taskId(request).ifPresent(task -> context.providers().hint(providerId, task));
        return HttpResponse.json(200, "{}");
    }

    private Optional<String> taskId(HttpRequest request) throws HttpException, IOException {
        try (InputStream body = request.body(MAX_BODY_BYTES)) {
            JsonNode task = json.readTree(body);
            String id = task == null ? "" : task.path("id").asText("");
            return id.isEmpty() || id.length() > MAX_TASK_ID ? Optional.empty() : Optional.of(id);
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    /** One for this server, kept, because tasks of before a restart call back after it. */
    private static String secret(PluginContext context) {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        context.store().putIfAbsent(SECRET_KEY, HexFormat.of().formatHex(random));
        return context.store().get(SECRET_KEY).orElseThrow();
    }
}
