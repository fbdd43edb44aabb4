package org.spoolbot.playground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpRequest;
import org.spoolbot.api.http.HttpRequest.Part;
import org.spoolbot.api.http.HttpRequest.PartLimits;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.api.http.HttpRoutes;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.ChatInbox.Reception;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;

/** What users say and press. */
final class Speaking {
    static final int MAX_FILES = 20;
    static final long MAX_MESSAGE_BYTES = 512L << 20;
    static final int MAX_TEXT_LENGTH = 8000;

    private static final PartLimits LIMITS = new PartLimits(MAX_MESSAGE_BYTES, MAX_MESSAGE_BYTES, MAX_FILES + 5);
    private static final long MAX_JSON_BYTES = 64 * 1024;
    private static final String SHOWABLE = "(image|video|audio)/[a-z0-9.+-]{1,40}";

    private final Doorkeeper doorkeeper;
    private final PlaygroundPlatform platform;
    private final ChatLog log;
    private final UploadShelf shelf;
    private final JsonMapper json;
    private final InstantSource clock;
    private final MessageIds ids;

    Speaking(
            Doorkeeper doorkeeper,
            PlaygroundPlatform platform,
            ChatLog log,
            UploadShelf shelf,
            JsonMapper json,
            InstantSource clock,
            MessageIds ids) {
        this.doorkeeper = doorkeeper;
        this.platform = platform;
        this.log = log;
        this.shelf = shelf;
        this.json = json;
        this.clock = clock;
        this.ids = ids;
    }

    void register(HttpRoutes routes) {
        routes.route("POST", "/api/messages", this::message);
        routes.route("POST", "/api/actions", this::action);
    }

    private HttpResponse message(HttpRequest request) throws HttpException, IOException {
        Session session = doorkeeper.session(request);
        ChatInbox inbox = inbox();
        Letter letter = read(request);
        String id = ids.next();
        List<FileUpload> files = shelve(id, letter.files());
        platform.echo(session.chat(), id, echo(session, letter, files));
        List<Upload> uploads = new ArrayList<>(files);
        Origin origin = session.origin(clock, Optional.of(id));
        return answer(id, inbox.accept(new Inbound.TextInput(origin, id, letter.text(), uploads, address(session, letter))));
    }

    /** Whether it answers a message of the bot. */
    private Inbound.Address address(Session session, Letter letter) {
        return letter.replyTo()
                .filter(id -> log.get(session.chat(), id).filter(Speaking::isBots).isPresent())
                .map(id -> new Inbound.Address(true, Optional.of(id)))
                .orElse(Inbound.Address.NOBODY);
    }

    private static boolean isBots(JsonNode message) {
        return message.path("from").asText().equals("bot");
    }

    private static Letter read(HttpRequest request) throws HttpException, IOException {
        String text = "";
        Optional<String> replyTo = Optional.empty();
        List<Part> files = new ArrayList<>();
        for (Part part : request.parts(LIMITS)) {
            switch (part.name()) {
                case "text" -> text = part.text();
                case "replyTo" -> replyTo = Optional.of(part.text());
                case "files" -> files.add(part);
                default -> throw new HttpException(400, "A message has text, files and replyTo.");
            }
        }
        if (text.length() > MAX_TEXT_LENGTH) {
            throw new HttpException(413, "A message has at most " + MAX_TEXT_LENGTH + " characters.");
        }
        if (files.size() > MAX_FILES) {
            throw new HttpException(413, "A message takes at most " + MAX_FILES + " files.");
        }
        if (text.isBlank() && files.isEmpty()) {
            throw new HttpException(400, "The message is empty.");
        }
        return new Letter(text, replyTo, files);
    }

    private List<FileUpload> shelve(String id, List<Part> parts) throws IOException {
        List<FileUpload> files = new ArrayList<>();
        for (Part part : parts) {
            Path place = shelf.place(id + "-" + files.size());
            part.moveTo(place);
            files.add(new FileUpload(part.fileName().orElse("file"), place, part.size(), false));
        }
        return files;
    }

    private ObjectNode echo(Session session, Letter letter, List<FileUpload> files) {
        ObjectNode node = json.createObjectNode().put("from", session.user()).put("text", letter.text());
        letter.replyTo().filter(id -> log.get(session.chat(), id).isPresent()).ifPresent(id -> node.put("replyTo", id));
        ArrayNode attachments = node.putArray("attachments");
        for (int place = 0; place < files.size(); place++) {
            FileUpload file = files.get(place);
            attachments.addObject()
                    .put("name", file.name())
                    .put("contentType", showable(letter.files().get(place)))
                    .put("url", "api/uploads/" + file.path().getFileName())
                    .put("size", file.size());
        }
        return node;
    }

    /** What a browser claims decides only how a user's own file is shown to that user. */
    private static String showable(Part part) {
        return part.contentType().filter(type -> type.matches(SHOWABLE) && !type.contains("svg")).orElse("application/octet-stream");
    }

    private HttpResponse action(HttpRequest request) throws HttpException, IOException {
        Session session = doorkeeper.session(request);
        JsonNode body = body(request);
        String messageId = body.path("messageId").asText("");
        if (!messageId.matches("m\\d{1,20}") || log.get(session.chat(), messageId).isEmpty()) {
            throw new HttpException(404, "This message is not kept any more.");
        }
        Origin origin = session.origin(clock, Optional.of(messageId));
        String actionId = body.path("actionId").asText("");
        return answer(messageId, inbox().accept(new Inbound.Action(origin, messageId, actionId, values(body))));
    }

    private JsonNode body(HttpRequest request) throws HttpException, IOException {
        try (InputStream body = request.body(MAX_JSON_BYTES)) {
            return json.readTree(body);
        } catch (JsonProcessingException fault) {
            throw new HttpException(400, "The body is not JSON.");
        }
    }

    private static Map<String, List<String>> values(JsonNode body) {
        Map<String, List<String>> values = new HashMap<>();
        body.path("values").properties().forEach(entry -> {
            List<String> texts = new ArrayList<>();
            entry.getValue().forEach(value -> texts.add(value.asText("")));
            values.put(entry.getKey(), texts);
        });
        return values;
    }

    private HttpResponse answer(String id, Reception reception) throws HttpException {
        return switch (reception) {
            case ACCEPTED -> HttpResponse.json(202, json.createObjectNode().put("id", id).toString());
            case BUSY -> throw new HttpException(503, "The server is busy. Please try again in a moment.");
        };
    }

    private ChatInbox inbox() throws HttpException {
        return platform.inbox().orElseThrow(() -> new HttpException(503, "The server is just starting. Please try again."));
    }

    /** A message as it came. */
    private record Letter(String text, Optional<String> replyTo, List<Part> files) {}
}
