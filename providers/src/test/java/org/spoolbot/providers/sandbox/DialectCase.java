package org.spoolbot.providers.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.spoolbot.providers.sandbox.task.Dialect;

/** The smallest create call of each dialect, and where its answers say what. */
enum DialectCase {
    LAOZHANG_MULTIPART("/v1/video/generations", "/v1/video/generations/", "/task_id", "completed", "/video_url", ""),
    LAOZHANG_VIDEOS("/v1/videos", "/v1/videos/", "/id", "completed", "/video_url", "{'model':'doubao-seedance-2-0-260128','prompt':'PROMPT'}"),
    KYYVIDEO2(
            "/kyyReactApiServer/v1/kyyvideo2/videos", "/kyyReactApiServer/v1/result/", "/id", "completed", "/video_url",
            "{'model':'seedance_2_0_pro','prompt':'PROMPT'}"),
    EVOLINK(
            "/v1/videos/generations", "/v1/tasks/", "/id", "completed", "/results/0", "{'model':'seedance-2.0','prompt':'PROMPT'}"),
    ARK(
            "/api/v3/contents/generations/tasks", "/api/v3/contents/generations/tasks/", "/id", "succeeded", "/content/video_url",
            "{'model':'doubao-seedance-2-0-260128','content':[{'type':'text','text':'PROMPT'}],'ratio':'16:9'}");

    private final String createPath;
    private final String queryPath;
    private final String id;
    private final String done;
    private final String url;
    private final String body;

    DialectCase(String createPath, String queryPath, String id, String done, String url, String body) {
        this.createPath = createPath;
        this.queryPath = queryPath;
        this.id = id;
        this.done = done;
        this.url = url;
        this.body = body;
    }

    Dialect dialect() {
        return Dialect.valueOf(name());
    }

    HttpRequest.Builder create(SandboxCaller caller, String prompt) {
        HttpRequest.Builder request = caller.request(createPath).header("Authorization", "Bearer test-key");
        return body.isEmpty()
                ? request.header("Content-Type", CurlForm.TYPE).POST(BodyPublishers.ofByteArray(CurlForm.sample(prompt).end()))
                : request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.replace('\'', '"').replace("PROMPT", prompt)));
    }

    String created(SandboxCaller caller, String prompt) throws IOException {
        JsonNode answer = SandboxCaller.read(caller.send(create(caller, prompt)));
        return answer.at(id).asText();
    }

    String queryPath(String task) {
        return queryPath + task;
    }

    boolean isDone(JsonNode answer) {
        return answer.path("status").asText().equals(done);
    }

    String url(JsonNode answer) {
        return answer.at(url).isTextual() ? answer.at(url).asText() : "";
    }
}
