package org.spoolbot.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The sandbox gateway as a process of its own: what it was paid for survives whatever happens to the server. */
final class Sandbox implements AutoCloseable {
    private final Child child;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    private Sandbox(Child child, URI address) {
        this.child = child;
        this.address = address;
    }

    static Sandbox start(String... options) throws IOException {
        int port = Server.freePort();
        List<String> arguments = new ArrayList<>(List.of("sandbox", "--port", Integer.toString(port)));
        arguments.addAll(List.of(options));
        Sandbox sandbox = new Sandbox(Child.spoolbot(Map.of(), arguments), URI.create("http://127.0.0.1:" + port));
        Awaitility.await("the sandbox answers")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .failFast("the sandbox ended", () -> !sandbox.child.alive())
                .ignoreException(ConnectException.class)
                .until(() -> sandbox.get("/_sandbox/tasks").statusCode() == 200);
        return sandbox;
    }

    URI address() {
        return address;
    }

    /** What the gateway knows of every task that was created. */
    JsonNode tasks() throws IOException, InterruptedException {
        return Json.read(get("/_sandbox/tasks").body());
    }

    /** The prompts of all tasks. */
    List<String> prompts() throws IOException, InterruptedException {
        return tasks().findValuesAsText("prompt");
    }

    Child process() {
        return child;
    }

    private java.net.http.HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(10)).build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
        child.close();
    }
}
