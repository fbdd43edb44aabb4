package org.spoolbot.providers.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls a sandbox with JSON and a key. */
final class DialectCaller {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    DialectCaller(SandboxGateway gateway) {
        base = gateway.baseUri();
    }

    /** What came back. */
    record Answer(int status, JsonNode body) {
        String text(String path) {
            return body.at(path).asText();
        }
    }

    Answer post(String path, String body) throws IOException {
        return send(request(path).header("Authorization", "Bearer test-key")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    Answer post(String path, String contentType, byte[] body) throws IOException {
        return send(request(path).header("Authorization", "Bearer test-key").header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answer get(String path) throws IOException {
        return send(request(path).header("Authorization", "Bearer test-key").GET());
    }

    Answer delete(String path) throws IOException {
        return send(request(path).header("Authorization", "Bearer test-key").DELETE());
    }

    Answer getWithKey(String path, String key) throws IOException {
        return send(request(path).header("Authorization", "Bearer " + key).GET());
    }

    HttpResponse<byte[]> open(String address) throws IOException {
        try {
            return http.send(request(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        URI uri = path.startsWith("http") ? URI.create(path) : base.resolve(path);
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), SandboxCaller.read(response));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
