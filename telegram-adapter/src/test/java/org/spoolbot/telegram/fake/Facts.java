package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a sender says about a medium. Telegram takes it as said. */
record Facts(String name, String type, long width, long height, long duration, String title, String performer) {
    static Facts of(Media media) {
        return new Facts(media.name(), media.type(), media.width(), media.height(), media.duration(), "", "");
    }

    static Facts of(Kind kind, String name, JsonNode said) {
        return new Facts(name, typeByName(name, kind.type()), number(said, "width"), number(said, "height"), number(said, "duration"),
                said.path("title").asText(""), said.path("performer").asText(""));
    }

    private static long number(JsonNode said, String field) {
        return Parameters.number(said.path(field)).orElse(0);
    }

    // Parts rarely say a usable type, so the name decides.
    private static String typeByName(String name, String otherwise) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "mp4" -> "video/mp4";
            case "txt" -> "text/plain";
            default -> otherwise;
        };
    }

    ObjectNode onto(Kind kind, ObjectNode json) {
        switch (kind) {
            case VIDEO, ANIMATION -> json.put("width", width).put("height", height).put("duration", duration);
            case AUDIO -> audio(json);
            case VOICE -> json.put("duration", duration);
            case DOCUMENT, PHOTO -> { }
        }
        if (!name.isEmpty() && kind != Kind.PHOTO && kind != Kind.VOICE) {
            json.put("file_name", name);
        }
        return kind == Kind.PHOTO ? json : json.put("mime_type", type);
    }

    private void audio(ObjectNode json) {
        json.put("duration", duration);
        if (!title.isEmpty()) {
            json.put("title", title);
        }
        if (!performer.isEmpty()) {
            json.put("performer", performer);
        }
    }
}
