package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A bot that is nothing but an HTTP client. */
final class BareClient {
    record Answer(int status, JsonNode json, Map<String, String> headers) {
        int code() {
            return json.path("code").asInt();
        }
    }

    private static final MediaType JSON = MediaType.get("application/json");
    private static final RequestBody EMPTY = RequestBody.create(new byte[0], null);

    private final OkHttpClient http = new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    private final URI api;
    private final String token;

    BareClient(FakeDiscord discord, String token) {
        api = discord.apiUrl();
        this.token = token;
    }

    Answer get(String path) throws IOException {
        return send(request(path).get());
    }

    Answer delete(String path) throws IOException {
        return send(request(path).delete());
    }

    Answer post(String path, String json) throws IOException {
        return send(request(path).post(json(json)));
    }

    Answer patch(String path, String json) throws IOException {
        return send(request(path).patch(json(json)));
    }

    Answer put(String path, String json) throws IOException {
        return send(request(path).put(json(json)));
    }

    /** Files stand before payload_json, as JDA sends them. */
    Answer upload(String path, String json, String name, RequestBody file) throws IOException {
        MultipartBody body = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("files[0]", name, file)
                .addFormDataPart("payload_json", null, RequestBody.create(json, JSON))
                .build();
        return send(request(path).post(body));
    }

    private static RequestBody json(String text) {
        return text.isEmpty() ? EMPTY : RequestBody.create(text.replace('\'', '"'), JSON);
    }

    private Request.Builder request(String path) {
        return new Request.Builder().url(api.resolve(path).toString()).header("Authorization", "Bot " + token);
    }

    private Answer send(Request.Builder request) throws IOException {
        try (Response response = http.newCall(request.build()).execute()) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
            byte[] body = response.body().bytes();
            boolean json = headers.getOrDefault("content-type", "").startsWith("application/json");
            return new Answer(response.code(), json ? Json.read(body) : Json.object().put("text", body.length), headers);
        }
    }
}
