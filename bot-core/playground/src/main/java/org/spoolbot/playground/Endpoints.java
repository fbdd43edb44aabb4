package org.spoolbot.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpRequest;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.api.http.HttpRoutes;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.platform.ChatInbox;

/** The page's API: sessions, events, commands, files. What users say is in {@link Speaking}. */
final class Endpoints {
    private static final long MAX_JSON_BYTES = 64 * 1024;
    private static final String SEALED = "default-src 'none'; sandbox";

    private final Doorkeeper doorkeeper;
    private final PlaygroundPlatform platform;
    private final ChatLog log;
    private final MediaLibrary media;
    private final UploadShelf shelf;
    private final JsonMapper json;
    private final InstantSource clock;

    Endpoints(
            Doorkeeper doorkeeper,
            PlaygroundPlatform platform,
            ChatLog log,
            MediaLibrary media,
            UploadShelf shelf,
            JsonMapper json,
            InstantSource clock) {
        this.doorkeeper = doorkeeper;
        this.platform = platform;
        this.log = log;
        this.media = media;
        this.shelf = shelf;
        this.json = json;
        this.clock = clock;
    }

    void register(HttpRoutes routes) {
        routes.route("POST", "/api/session", this::session);
        routes.route("GET", "/api/events", this::events);
        routes.route("GET", "/api/commands", this::commands);
        routes.route("GET", "/api/complete", this::complete);
        routes.route("GET", "/api/files/*", this::file);
        routes.route("GET", "/api/uploads/*", this::upload);
        routes.route("GET", "/*", new Page()::serve);
    }

    private HttpResponse session(HttpRequest request) throws HttpException, IOException {
        JsonNode body = body(request);
        Doorkeeper.Wish wish = new Doorkeeper.Wish(
                text(body, "user"),
                body.path("admin").asBoolean(false),
                text(body, "link"),
                language(request),
                request.remoteAddress().isLoopbackAddress());
        Doorkeeper.Entry entry = doorkeeper.admit(request.cookie(Doorkeeper.COOKIE), wish);
        ObjectNode answer = json.createObjectNode()
                .put("user", entry.session().user())
                .put("admin", entry.session().admin())
                .put("maxFiles", Speaking.MAX_FILES)
                .put("maxBytes", Speaking.MAX_MESSAGE_BYTES)
                .put("maxTextLength", Speaking.MAX_TEXT_LENGTH)
                .put("language", wish.language().getLanguage());
        return HttpResponse.json(200, answer.toString())
                .with("Set-Cookie", Doorkeeper.COOKIE + "=" + entry.token() + "; Path=/; HttpOnly; SameSite=Strict");
    }

    private JsonNode body(HttpRequest request) throws HttpException, IOException {
        try (InputStream body = request.body(MAX_JSON_BYTES)) {
            byte[] content = body.readAllBytes();
            return content.length == 0 ? json.createObjectNode() : json.readTree(content);
        } catch (com.fasterxml.jackson.core.JsonProcessingException fault) {
            throw new HttpException(400, "The body is not JSON.");
        }
    }

    static Optional<String> text(JsonNode body, String name) {
        return Optional.ofNullable(body.get(name)).map(JsonNode::asText).filter(value -> !value.isBlank());
    }

    private static Locale language(HttpRequest request) {
        String first = request.header("Accept-Language").orElse("en").split("[,;]", 2)[0].strip();
        return first.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") ? Locale.forLanguageTag(first) : Locale.ENGLISH;
    }

    private HttpResponse events(HttpRequest request) throws HttpException {
        Session session = doorkeeper.session(request);
        Room room = platform.room(session.chat());
        return HttpResponse.events(new EventStream(room, log, session.chat(), request.header("Last-Event-ID")));
    }

    private HttpResponse commands(HttpRequest request) throws HttpException {
        Session session = doorkeeper.session(request);
        ChatInbox inbox = inbox();
        ObjectNode commands = new CommandRenderer(json)
                .commands(inbox.commands(session.origin(clock, Optional.empty())), inbox, session.language());
        return HttpResponse.json(200, commands.toString());
    }

    private HttpResponse complete(HttpRequest request) throws HttpException {
        Session session = doorkeeper.session(request);
        String line = request.query("text").orElse("");
        if (line.length() > Speaking.MAX_TEXT_LENGTH) {
            throw new HttpException(400, "The text is too long.");
        }
        var suggestions = inbox().complete(session.origin(clock, Optional.empty()), line);
        return HttpResponse.json(200, new CommandRenderer(json).suggestions(suggestions).toString());
    }

    private ChatInbox inbox() throws HttpException {
        return platform.inbox().orElseThrow(() -> new HttpException(503, "The server is just starting. Please try again."));
    }

    /** A file is served to whoever has a message with it, and to nobody else. */
    private HttpResponse file(HttpRequest request) throws HttpException {
        Session session = doorkeeper.session(request);
        String sha256 = request.path().substring("/api/files/".length());
        MediaFile file = sha256.matches("[0-9a-f]{64}") && mentions(session.chat(), sha256)
                ? media.find(sha256).orElseThrow(Endpoints::gone)
                : absent();
        return sealed(HttpResponse.file(file.path(), file.info().type().mimeType()));
    }

    private boolean mentions(String chat, String sha256) {
        String address = "api/files/" + sha256;
        return log.messages(chat).stream().anyMatch(message -> message.toString().contains(address));
    }

    private HttpResponse upload(HttpRequest request) throws HttpException {
        Session session = doorkeeper.session(request);
        String name = request.path().substring("/api/uploads/".length());
        JsonNode message = log.get(session.chat(), name.replaceAll("-\\d+$", "")).orElseThrow(Endpoints::gone);
        for (JsonNode attachment : message.path("attachments")) {
            if (attachment.path("url").asText().equals("api/uploads/" + name)) {
                return sealed(HttpResponse.file(
                        shelf.find(name).orElseThrow(Endpoints::gone), attachment.path("contentType").asText()));
            }
        }
        return absent();
    }

    private static HttpResponse sealed(HttpResponse response) {
        return response.with("Content-Security-Policy", SEALED).with("Cache-Control", "private, max-age=3600");
    }

    private static <T> T absent() throws HttpException {
        throw gone();
    }

    private static HttpException gone() {
        return new HttpException(404, "This file is not kept any more.");
    }
}
