package org.spoolbot.providers.sandbox;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls a sandbox the way a client of Ark would. */
final class ArkCaller {

    static final String PATH = "/api/v3/contents/generations/tasks";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    ArkCaller(SandboxGateway gateway) {
        base = gateway.baseUri();
    }

    /** A body with the smallest clip there is. */
    static ObjectNode body(String prompt) {
        ObjectNode body = JSON.createObjectNode().put("model", "doubao-seedance-2-0-260128");
        body.putArray("content").addObject().put("type", "text").put("text", prompt);
        return body.put("resolution", "480p").put("ratio", "21:9").put("duration", 4).put("generate_audio", false);
    }

    static void addMedia(ObjectNode body, String type, String role, String url) {
        ObjectNode item = body.withArray("content").addObject().put("type", type).put("role", role);
        item.putObject(type).put("url", url);
    }

    HttpRequest.Builder request(String path) {
        URI uri = path.startsWith("http") ? URI.create(path) : base.resolve(path);
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(90));
    }

    HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer test-key");
    }

    HttpResponse<String> post(ObjectNode body) throws IOException {
        return send(authorized(PATH).header("X-Client-Request-Id", "call-1").POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    String create(ObjectNode body) throws IOException {
        HttpResponse<String> response = post(body);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.body());
        }
        return json(response).path("id").asText();
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(authorized(path).GET());
    }

    JsonNode query(String id) throws IOException {
        return json(get(PATH + "/" + id));
    }

    HttpResponse<String> delete(String id) throws IOException {
        return send(authorized(PATH + "/" + id).DELETE());
    }

    JsonNode untilFinished(String id) {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).until(
                () -> query(id), task -> !task.path("status").asText().matches("queued|running"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String code(HttpResponse<String> response) {
        return json(response).path("error").path("code").asText();
    }
}
