package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The component trees of messages and forms: https://discord.com/developers/docs/components/reference. */
final class Components {
    private static final List<String> CHILDREN = List.of("components", "accessory", "component");

    private Components() {}

    /** All components at any depth, in reading order. */
    static List<ObjectNode> all(JsonNode top) {
        List<ObjectNode> found = new ArrayList<>();
        for (ObjectNode part : Json.objects(top)) {
            found.add(part);
            for (String children : CHILDREN) {
                JsonNode below = part.path(children);
                found.addAll(all(below.isObject() ? Json.array(List.of(below)) : below));
            }
        }
        return found;
    }

    /** How a message gives its components back: each has a number, and files are replaced by what they became on the CDN. */
    static ArrayNode completed(JsonNode sent, Function<String, JsonNode> attachmentNamed) {
        ArrayNode top = Json.array();
        Json.objects(sent).forEach(part -> top.add(part.deepCopy()));
        int number = 1;
        for (ObjectNode part : all(top)) {
            if (part.path("id").asInt(0) == 0) {
                part.put("id", number);
            }
            number++;
            complete(part, attachmentNamed);
        }
        return top;
    }

    private static void complete(ObjectNode part, Function<String, JsonNode> attachmentNamed) {
        switch (part.path("type").asInt()) {
            case 12 -> Json.objects(part.path("items")).forEach(item -> media(item, "media", attachmentNamed));
            case 11 -> media(part, "media", attachmentNamed);
            case 13 -> file(part, attachmentNamed);
            case 17 -> usual(part, "accent_color");
            default -> {}
        }
    }

    /** Some fields are given back with what they are when nobody sets them. */
    private static void usual(ObjectNode part, String unset) {
        if (!part.has("spoiler")) {
            part.put("spoiler", false);
        }
        if (!part.has(unset)) {
            part.putNull(unset);
        }
    }

    private static void file(ObjectNode part, Function<String, JsonNode> attachmentNamed) {
        media(part, "file", attachmentNamed);
        part.put("name", part.path("file").path("url").asText().replaceAll(".*/|\\?.*", "")).put("size", 1);
    }

    private static void media(ObjectNode holder, String field, Function<String, JsonNode> attachmentNamed) {
        String url = holder.path(field).path("url").asText();
        ObjectNode media = holder.putObject(field).put("id", "1");
        JsonNode attachment = url.startsWith("attachment://") ? attachmentNamed.apply(url.substring(13)) : Json.object().put("url", url);
        media.put("url", attachment.path("url").asText()).put("proxy_url", attachment.path("url").asText());
        media.put("width", 1280).put("height", 720);
        if (attachment.has("id")) {
            media.put("attachment_id", attachment.path("id").asText()).put("content_type", attachment.path("content_type").asText());
        }
        usual(holder, "description");
    }
}
