package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** Makes the content of a message out of parameters: text or caption with entities, or a medium. */
final class Contents {
    private static final int MOST_TEXT = 4096; // docs: sendMessage
    private static final int MOST_CAPTION = 1024; // docs: sendVideo

    private final FileShelf shelf;
    private final Violations violations;

    Contents(FileShelf shelf, Violations violations) {
        this.shelf = shelf;
        this.violations = violations;
    }

    ObjectNode text(Parameters parameters) {
        ObjectNode content = words("text", parameters.text("text").orElse(""), parameters.text("parse_mode").orElse(""), parameters.json("entities"));
        if (content.path("text").asText().isBlank()) {
            throw Refusal.badRequest("message text is empty");
        }
        if (content.path("text").asText().length() > MOST_TEXT) {
            throw Refusal.badRequest("message is too long");
        }
        if (parameters.json("link_preview_options").isObject()) {
            content.set("link_preview_options", parameters.json("link_preview_options"));
        }
        return content;
    }

    ObjectNode caption(String caption, String mode, JsonNode entities) {
        ObjectNode content = words("caption", caption, mode, entities);
        if (content.path("caption").asText().length() > MOST_CAPTION) {
            throw Refusal.badRequest("message caption is too long");
        }
        return content.path("caption").asText().isEmpty() ? Json.object() : content;
    }

    private ObjectNode words(String field, String source, String mode, JsonNode given) {
        Html.Parsed parsed = new Html.Parsed(source, given.isArray() ? (ArrayNode) given : Json.array());
        if (mode.equalsIgnoreCase("HTML")) {
            parsed = Html.parse(source);
        } else if (!mode.isEmpty()) {
            violations.add("parse_mode " + mode + " is not played here; its text stands as it came");
        }
        String text = parsed.text();
        String stripped = text.stripTrailing();
        ObjectNode content = Json.object().put(field, stripped);
        ArrayNode entities = Entities.complete(stripped, parsed.entities());
        if (!entities.isEmpty()) {
            content.set(field.equals("text") ? "entities" : "caption_entities", entities);
        }
        return content;
    }

    /** A medium with its caption, from the fields of a send method. */
    ObjectNode medium(Kind kind, Parameters parameters) {
        ObjectNode said = Json.object();
        parameters.values().forEach((name, value) -> {
            if (value.isValueNode()) {
                said.set(name, value);
            }
        });
        JsonNode source = parameters.values().getOrDefault(kind.field(), TextNode.valueOf(""));
        return medium(kind, kind.field(), source.asText(), said, parameters.json("caption_entities"), parameters);
    }

    /** The same from an InputMedia. */
    ObjectNode inputMedia(JsonNode media, Parameters parameters) {
        Kind kind = Kind.of(media.path("type").asText()).orElseThrow(() -> Refusal.badRequest("can't parse InputMedia: Media type is unknown"));
        return medium(kind, "", media.path("media").asText(), media, media.path("caption_entities"), parameters);
    }

    private ObjectNode medium(Kind kind, String field, String source, JsonNode said, JsonNode entities, Parameters parameters) {
        Asset asset = asset(kind, field, source, said, parameters);
        ObjectNode content = caption(said.path("caption").asText(""), said.path("parse_mode").asText(""), entities);
        asset.onto(content);
        if (said.path("has_spoiler").asBoolean()) {
            content.put("has_media_spoiler", true);
        }
        if (said.path("show_caption_above_media").asBoolean()) {
            content.put("show_caption_above_media", true);
        }
        return content;
    }

    private Asset asset(Kind kind, String field, String source, JsonNode said, Parameters parameters) {
        Optional<Part> part = parameters.file(field, source);
        if (part.isPresent()) {
            return upload(kind, part.get(), said, parameters);
        }
        if (source.matches("(?i)https?://.*")) {
            throw Refusal.badRequest("failed to get HTTP URL content"); // This server reaches nobody.
        }
        if (source.isEmpty()) {
            throw Refusal.badRequest("there is no " + kind.field() + " in the request");
        }
        Asset known = shelf.asset(source).orElseThrow(() -> Refusal.badRequest("wrong file identifier/HTTP URL specified"));
        if (known.kind() != kind) {
            throw Refusal.badRequest("can't use file of type " + title(known.kind()) + " as " + title(kind));
        }
        return known;
    }

    private Asset upload(Kind kind, Part part, JsonNode said, Parameters parameters) {
        if (part.size() > shelf.uploadLimit()) {
            throw new Refusal(413, "Request Entity Too Large", Json.object());
        }
        Optional<Part> thumbnail = parameters.file("thumbnail", said.path("thumbnail").asText("")).filter(small -> kind != Kind.PHOTO);
        thumbnail.ifPresent(this::judge);
        return shelf.keep(kind, part.path(), part.size(), Facts.of(kind, part.name(), said), thumbnail);
    }

    // The real server drops a thumbnail that it does not like without a word, so nobody would notice.
    private void judge(Part thumbnail) {
        if (thumbnail.size() > 200_000) {
            violations.add("a thumbnail of " + thumbnail.size() + " bytes; 200 kB are allowed");
        }
        Optional<Photos.Look> look = Photos.look(thumbnail.path());
        if (look.filter(seen -> seen.format().equalsIgnoreCase("JPEG") && seen.width() <= 320 && seen.height() <= 320).isEmpty()) {
            violations.add("a thumbnail that is no JPEG of at most 320 pixels a side: " + look);
        }
    }

    private static String title(Kind kind) {
        return kind.name().charAt(0) + kind.field().substring(1);
    }
}
