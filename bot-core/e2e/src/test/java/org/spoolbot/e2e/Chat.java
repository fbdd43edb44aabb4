package org.spoolbot.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A member in the playground, by the same HTTP calls as its page. */
final class Chat implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI base;
    private final String user;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).version(HttpClient.Version.HTTP_1_1).build();
    private final Timeline timeline;
    private EventReader reader;

    private Chat(URI base, String user) {
        this.base = base;
        this.user = user;
        this.timeline = new Timeline();
    }

    /** Enters as a member and listens; what the chat held before is there when this returns. */
    static Chat join(Server server, String user) throws IOException, InterruptedException {
        return join(server, Json.object().put("user", user));
    }

    static Chat joinAsAdmin(Server server, String user) throws IOException, InterruptedException {
        return join(server, Json.object().put("user", user).put("admin", true));
    }

    private static Chat join(Server server, ObjectNode wish) throws IOException, InterruptedException {
        Chat chat = new Chat(server.address("/"), wish.path("user").asText());
        HttpResponse<String> answer = chat.post("api/session", wish);
        if (answer.statusCode() != 200) {
            throw new AssertionError("not let in: " + answer.statusCode() + " " + answer.body());
        }
        chat.listen("");
        return chat;
    }

    private void listen(String lastEventId) throws IOException, InterruptedException {
        reader = EventReader.open(http, base.resolve("api/events"), lastEventId, timeline);
        timeline.awaitCaughtUp(PATIENCE);
    }

    /** Goes deaf, and comes back asking only for what it missed. */
    void reconnectAfter(Deaf meanwhile) throws Exception {
        String last = reader.close();
        meanwhile.run();
        timeline.forgetCaughtUp();
        listen(last);
    }

    /** What happens while nobody listens. */
    @FunctionalInterface
    interface Deaf {
        void run() throws Exception;
    }

    /** Says something, with files; returns the id of the message. */
    String say(String text, Path... files) throws IOException, InterruptedException {
        HttpResponse<String> answer = trySaying(text, files);
        if (answer.statusCode() != 202) {
            throw new AssertionError("not accepted: " + answer.statusCode() + " " + answer.body());
        }
        return Json.read(answer.body()).path("id").asText();
    }

    HttpResponse<String> trySaying(String text, Path... files) throws IOException, InterruptedException {
        return tryPosting(Map.of("text", text), files);
    }

    private HttpResponse<String> tryPosting(Map<String, String> fields, Path... files) throws IOException, InterruptedException {
        String boundary = "b" + UUID.randomUUID();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((name, text) -> write(
                form, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n"));
        HttpRequest.BodyPublisher[] parts = new HttpRequest.BodyPublisher[files.length * 2 + 2];
        parts[0] = BodyPublishers.ofByteArray(form.toByteArray());
        for (int place = 0; place < files.length; place++) {
            String head = (place == 0 ? "" : "\r\n") + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                    + files[place].getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
            parts[1 + 2 * place] = BodyPublishers.ofString(head);
            parts[2 + 2 * place] = BodyPublishers.ofFile(files[place]);
        }
        parts[parts.length - 1] = BodyPublishers.ofString((files.length == 0 ? "" : "\r\n") + "--" + boundary + "--\r\n");
        HttpRequest request = HttpRequest.newBuilder(base.resolve("api/messages"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .timeout(PATIENCE)
                .POST(BodyPublishers.concat(parts))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static void write(ByteArrayOutputStream form, String text) {
        form.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Presses the button with that label. */
    void press(Utterance message, String label) throws IOException, InterruptedException {
        act(message.id(), message.button(label), Map.of());
    }

    /** Uses a control. */
    void act(String messageId, String actionId, Map<String, List<String>> values) throws IOException, InterruptedException {
        ObjectNode body = Json.object().put("messageId", messageId).put("actionId", actionId);
        body.set("values", Json.of(values));
        HttpResponse<String> answer = post("api/actions", body);
        if (answer.statusCode() != 202) {
            throw new AssertionError("not accepted: " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> post(String path, ObjectNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** Loads a file that a message shows. */
    Path load(Utterance.Enclosed file, Path target) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(file.url())).timeout(PATIENCE).build();
        HttpResponse<Path> answer = http.send(request, BodyHandlers.ofFile(target));
        if (answer.statusCode() != 200) {
            throw new AssertionError("no file: " + answer.statusCode());
        }
        return target;
    }

    int statusOf(Utterance.Enclosed file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(file.url())).timeout(PATIENCE).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    List<String> arrivals() {
        return timeline.arrivals();
    }

    /** The first message of the bot that fits, as it is now or will be. */
    Utterance await(String what, Predicate<Utterance> fits) {
        return timeline.await(what, message -> message.fromBot() && fits.test(message), PATIENCE);
    }

    /** Says it and waits for an answer that came after it and fits. */
    Utterance ask(String text, Predicate<Utterance> fits, Path... files) throws IOException, InterruptedException {
        String id = say(text, files);
        return timeline.await(
                "an answer to " + text, message -> message.fromBot() && message.isAfter(id) && fits.test(message), PATIENCE);
    }

    /** Says it in reply to a message and waits for an answer that fits. */
    Utterance reply(Utterance target, String text, Predicate<Utterance> fits) throws IOException, InterruptedException {
        HttpResponse<String> answer = tryPosting(Map.of("text", text, "replyTo", target.id()));
        String id = Json.read(answer.body()).path("id").asText();
        return timeline.await(
                "an answer to " + text, message -> message.fromBot() && message.isAfter(id) && fits.test(message), PATIENCE);
    }

    /** The first words that come back. */
    Utterance ask(String text, Path... files) throws IOException, InterruptedException {
        return ask(text, message -> !message.words().isBlank(), files);
    }

    Utterance awaitClip(String replyTo) {
        return await("a clip for " + replyTo, message -> message.hasClip() && message.isAfter(replyTo));
    }

    List<Utterance> messages() {
        return timeline.messages();
    }

    List<Utterance> clips() {
        return messages().stream().filter(Utterance::hasClip).toList();
    }

    String user() {
        return user;
    }

    @Override
    public void close() {
        reader.close();
        http.shutdownNow();
    }
}
