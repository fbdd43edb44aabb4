package org.spoolbot.telegram.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.spoolbot.telegram.fake.FakeTelegram;

/** A bot without any library: what goes over the wire, byte by byte. */
final class Wire {
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "b0undary";

    private final URI base;
    private final String token;

    Wire(FakeTelegram telegram) {
        this(telegram.apiUrl(), telegram.token());
    }

    Wire(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** The whole answer. */
    JsonNode json(String method, String body) {
        return send(method, "application/json", BodyPublishers.ofString(body));
    }

    JsonNode form(String method, String body) {
        return send(method, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
    }

    /** Its result; fails if it was refused. */
    JsonNode result(String method, String body) {
        JsonNode answer = json(method, body);
        if (!answer.path("ok").asBoolean()) {
            throw new AssertionError(answer.toString());
        }
        return answer.path("result");
    }

    String refusal(String method, String body) {
        return json(method, body).path("description").asText();
    }

    JsonNode multipart(String method, Map<String, String> fields, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            line(body, "--" + BOUNDARY);
            line(body, "Content-Disposition: form-data; name=\"" + field.getKey() + "\"");
            line(body, "");
            line(body, field.getValue());
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            line(body, "--" + BOUNDARY);
            line(body, "Content-Disposition: form-data; name=" + file.getKey() + "; filename=" + file.getKey() + ".bin");
            line(body, "");
            body.write(file.getValue());
            line(body, "");
        }
        line(body, "--" + BOUNDARY + "--");
        return send(method, "multipart/form-data; boundary=" + BOUNDARY, BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static void line(ByteArrayOutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> download(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(base.resolve("/file/bot" + token + "/" + path)).build(), BodyHandlers.ofByteArray());
    }

    private JsonNode send(String method, String type, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/bot" + token + "/" + method)).header("Content-Type", type).POST(body).build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException page) {
            return MissingNode.getInstance();
        } catch (IOException dropped) {
            throw new AssertionError("the connection was dropped", dropped);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }
}
