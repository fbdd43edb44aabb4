package org.spoolbot.providers.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls any path of a sandbox. */
final class SandboxCaller {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    SandboxCaller(SandboxGateway gateway) {
        base = gateway.baseUri();
    }

    HttpRequest.Builder request(String path) {
        URI uri = path.startsWith("http") ? URI.create(path) : base.resolve(path);
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(90));
    }

    HttpResponse<String> post(String path, String contentType, byte[] body) throws IOException {
        return send(request(path)
                .header("Authorization", "Bearer test-key")
                .header("Content-Type", contentType)
                .header("X-Client-Request-Id", "call-7")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> postJson(String path, String body) throws IOException {
        return send(request(path)
                .header("Authorization", "Bearer test-key")
                .header("Content-Type", "application/json")
                .header("X-Client-Request-Id", "call-7")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(request(path).header("Authorization", "Bearer test-key").GET());
    }

    JsonNode json(String path) throws IOException {
        return read(get(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        return send(request, BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException {
        return send(request, BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return http.send(request.build(), handler);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode read(HttpResponse<String> response) {
        return read(response.body());
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
