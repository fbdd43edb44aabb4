package org.spoolbot.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A headless Chromium, steered by chromedriver's W3C protocol. */
final class Browser implements AutoCloseable {
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--autoplay-policy=no-user-gesture-required",
            "--window-size=1100,900");

    private final Child driver;
    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();
    private String session = "";

    private Browser(Child driver, URI base) {
        this.driver = driver;
        this.base = base;
    }

    static boolean isInstalled() {
        return Clip.installed("chromedriver") && (Clip.installed("chromium") || Clip.installed("google-chrome"));
    }

    static Browser start(Path profile) throws Exception {
        int port = Server.freePort();
        Child driver = Child.start(List.of("chromedriver", "--port=" + port, "--allowed-ips=127.0.0.1"), Map.of());
        Browser browser = new Browser(driver, URI.create("http://127.0.0.1:" + port));
        Awaitility.await("chromedriver answers")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(ConnectException.class)
                .until(() -> browser.call("GET", "/status", null).path("ready").asBoolean());
        browser.open(profile);
        return browser;
    }

    private void open(Path profile) throws IOException, InterruptedException {
        List<String> flags = new java.util.ArrayList<>(FLAGS);
        flags.add("--user-data-dir=" + profile);
        ObjectNode wish = Json.object();
        ObjectNode always = wish.putObject("capabilities").putObject("alwaysMatch");
        always.set("goog:chromeOptions", Json.of(Map.of("args", flags)));
        session = "/session/" + call("POST", "/session", wish).path("sessionId").asText();
    }

    void visit(URI page) throws IOException, InterruptedException {
        call("POST", session + "/url", Json.object().put("url", page.toString()));
    }

    /** Types into the element, or chooses files for a file field. */
    void type(String selector, String text) throws IOException, InterruptedException {
        call("POST", session + "/element/" + find(selector) + "/value", Json.object().put("text", text));
    }

    void choose(String selector, Path... files) throws IOException, InterruptedException {
        type(selector, Arrays.stream(files).map(Path::toString).collect(Collectors.joining("\n")));
    }

    void click(String selector) throws IOException, InterruptedException {
        call("POST", session + "/element/" + find(selector) + "/click", Json.object());
    }

    private String find(String selector) throws IOException, InterruptedException {
        ObjectNode query = Json.object().put("using", "css selector").put("value", selector);
        return call("POST", session + "/element", query).path(ELEMENT).asText();
    }

    /** Runs a script whose value is returned. */
    JsonNode run(String script) throws IOException, InterruptedException {
        ObjectNode body = Json.object().put("script", script);
        body.putArray("args");
        return call("POST", session + "/execute/sync", body);
    }

    /** Until the script's value is true. */
    void await(String what, String script) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> run("return !!(" + script + ")").asBoolean());
    }

    Path screenshot(Path target) throws IOException, InterruptedException {
        byte[] picture = Base64.getDecoder().decode(call("GET", session + "/screenshot", null).asText());
        Files.createDirectories(target.getParent());
        return Files.write(target, picture);
    }

    private JsonNode call(String method, String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        JsonNode answer = Json.read(http.send(request, BodyHandlers.ofString()).body()).path("value");
        if (answer.has("error")) {
            throw new AssertionError("the browser says: " + answer.path("error").asText() + ": " + answer.path("message").asText());
        }
        return answer;
    }

    @Override
    public void close() {
        try {
            call("DELETE", session, null);
        } catch (IOException | AssertionError gone) {
            // Its driver is ended below either way.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        http.close();
        driver.close();
    }
}
