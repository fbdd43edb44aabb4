package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The five places where JDA 6.5.0 sends a number as text or text as a number. Discord takes both
 * ("integers as strings and back", README of github.com/discord/discord-api-spec), its description only one.
 */
final class JdaCoercions {
    private JdaCoercions() {}

    static JsonNode asDescribed(JsonNode body) {
        JsonNode copy = body.deepCopy();
        coerce(copy);
        return copy;
    }

    private static void coerce(JsonNode node) {
        if (node instanceof ObjectNode object) {
            numbers(object.get("contexts"));
            numbers(object.get("integration_types"));
            number(object, "default_member_permissions");
            text(object, "recipient_id");
            object.path("attachments").forEach(attachment -> text(attachment, "id"));
        }
        node.forEach(JdaCoercions::coerce);
    }

    private static void numbers(JsonNode values) {
        if (values instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                if (isNumber(array.get(index))) {
                    array.set(index, IntNode.valueOf(array.get(index).asInt()));
                }
            }
        }
    }

    private static void number(ObjectNode object, String field) {
        if (isNumber(object.path(field))) {
            object.put(field, object.get(field).asLong());
        }
    }

    private static void text(JsonNode node, String field) {
        if (node instanceof ObjectNode object && object.path(field).isIntegralNumber()) {
            object.set(field, TextNode.valueOf(object.get(field).asText()));
        }
    }

    private static boolean isNumber(JsonNode value) {
        return value.isTextual() && value.asText().matches("\\d{1,18}");
    }
}
