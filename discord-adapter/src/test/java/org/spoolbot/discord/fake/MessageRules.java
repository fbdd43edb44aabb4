package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a message must keep to: https://discord.com/developers/docs/resources/message#create-message and the components reference. */
final class MessageRules {
    private static final int MOST_FILES = 10;
    private static final int LONGEST_NONCE = 25;

    private MessageRules() {}

    /** Checks a finished message, new or edited. */
    static void check(ObjectNode message) {
        boolean stacked = (message.path("flags").asInt() & Message.COMPONENTS_V2) != 0;
        ApiError.require(message.path("attachments").size() <= MOST_FILES, "at most 10 attachments");
        ApiError.require(message.path("nonce").asText("").length() <= LONGEST_NONCE, "nonce: at most 25 characters");
        if (stacked) {
            stacked(message);
        } else {
            classic(message);
        }
        identified(Components.all(message.path("components")));
    }

    /** "The content, poll, embeds, and stickers fields will no longer work": components reference, "Legacy Message Component Behavior". */
    private static void stacked(ObjectNode message) {
        ApiError.require(message.path("content").asText().isEmpty() && message.path("embeds").isEmpty(), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2");
        List<ObjectNode> all = Components.all(message.path("components"));
        ApiError.require(!all.isEmpty() && all.size() <= 40, "1 to 40 components in all");
        int characters = all.stream().filter(part -> part.path("type").asInt() == 10).mapToInt(part -> part.path("content").asText().length()).sum();
        ApiError.require(characters <= 4_000, "text displays: 4000 characters in all");
    }

    private static void classic(ObjectNode message) {
        ApiError.require(message.path("content").asText().length() <= 2_000, "content: at most 2000 characters");
        ApiError.require(message.path("embeds").size() <= 10, "at most 10 embeds");
        ApiError.require(message.path("components").size() <= 5, "at most 5 action rows");
        int characters = 0;
        for (JsonNode embed : message.path("embeds")) {
            characters += embed(embed);
        }
        ApiError.require(characters <= 6_000, "MAX_EMBED_SIZE_EXCEEDED: 6000 characters in all embeds");
        for (ObjectNode row : Json.objects(message.path("components"))) {
            ApiError.require(row.path("type").asInt() == 1, "without IS_COMPONENTS_V2 only action rows stand at the top");
        }
        boolean empty = message.path("content").asText().isBlank();
        for (String part : List.of("embeds", "attachments", "components")) {
            empty &= message.path(part).isEmpty();
        }
        if (empty) {
            throw ApiError.emptyMessage();
        }
    }

    private static int embed(JsonNode embed) {
        int sum = limited(embed.path("title"), 256, "title") + limited(embed.path("description"), 4_096, "description");
        sum += limited(embed.path("footer").path("text"), 2_048, "footer") + limited(embed.path("author").path("name"), 256, "author");
        ApiError.require(embed.path("fields").size() <= 25, "at most 25 fields");
        for (JsonNode field : embed.path("fields")) {
            ApiError.require(!field.path("name").asText().isEmpty() && !field.path("value").asText().isEmpty(), "a field has a name and a value");
            sum += limited(field.path("name"), 256, "field name") + limited(field.path("value"), 1_024, "field value");
        }
        return sum;
    }

    static int limited(JsonNode text, int most, String what) {
        int length = text.asText("").length();
        ApiError.require(length <= most, what + ": at most " + most + " characters");
        return length;
    }

    private static void identified(List<ObjectNode> all) {
        Set<String> ids = new HashSet<>();
        for (ObjectNode part : all) {
            if (part.has("custom_id")) {
                String id = part.path("custom_id").asText();
                ApiError.require(!id.isEmpty() && id.length() <= 100, "custom_id: 1 to 100 characters");
                ApiError.require(ids.add(id), "COMPONENT_CUSTOM_ID_DUPLICATED " + id);
            }
            sized(part);
        }
    }

    private static void sized(ObjectNode part) {
        switch (part.path("type").asInt()) {
            case 1 -> ApiError.require(part.path("components").size() >= 1 && part.path("components").size() <= 5, "an action row has 1 to 5 buttons");
            case 2 -> limited(part.path("label"), 80, "label of a button");
            case 3 -> {
                ApiError.require(!part.path("options").isEmpty() && part.path("options").size() <= 25, "a menu has 1 to 25 options");
                limited(part.path("placeholder"), 150, "placeholder");
                part.path("options").forEach(option -> limited(option.path("label"), 100, "label of a choice"));
            }
            default -> limited(part.path("custom_id"), 100, "custom_id");
        }
    }

    /** A form: components reference, "Label"; receiving and responding, "Modal". */
    static void checkModal(ObjectNode modal) {
        ApiError.require(!modal.path("custom_id").asText().isEmpty(), "custom_id of a modal");
        limited(modal.path("custom_id"), 100, "custom_id of a modal");
        ApiError.require(!modal.path("title").asText().isEmpty(), "title of a modal");
        limited(modal.path("title"), 45, "title of a modal");
        int size = modal.path("components").size();
        ApiError.require(size >= 1 && size <= 5, "a modal has 1 to 5 components");
        for (ObjectNode label : Json.objects(modal.path("components"))) {
            limited(label.path("label"), 45, "label");
            limited(label.path("description"), 100, "description of a label");
        }
        identified(Components.all(modal.path("components")).stream().filter(part -> part.path("type").asInt() != 1).toList());
    }
}
