package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How Discord gives back a command that it was sent: https://discord.com/developers/docs/interactions/application-commands#application-command-object. */
final class CommandDefaults {
    private static final List<String> TAKEN = List.of("name", "name_localizations", "description", "description_localizations", "options");
    private static final List<String> LOCALIZED = List.of("name_localizations", "description_localizations");

    private CommandDefaults() {}

    static void complete(ObjectNode stored, ObjectNode wanted, boolean global) {
        TAKEN.stream().filter(field -> Json.has(wanted.get(field))).forEach(field -> stored.set(field, wanted.get(field).deepCopy()));
        if (!stored.has("description")) {
            stored.put("description", "");
        }
        stored.put("nsfw", wanted.path("nsfw").asBoolean(false));
        JsonNode permissions = wanted.path("default_member_permissions");
        if (Json.has(permissions)) {
            stored.put("default_member_permissions", permissions.asText());
        } else {
            stored.putNull("default_member_permissions");
        }
        if (global) {
            numbers(stored.putArray("integration_types"), wanted.path("integration_types"), 0);
            numbers(stored.putArray("contexts"), wanted.path("contexts"), 0, 1, 2);
            stored.put("dm_permission", stored.path("contexts").toString().contains("1"));
        }
    }

    /** Some clients send numbers as texts; Discord takes both. */
    private static void numbers(ArrayNode target, JsonNode wanted, int... usual) {
        if (Json.has(wanted)) {
            wanted.forEach(number -> target.add(number.asInt()));
            return;
        }
        for (int number : usual) {
            target.add(number);
        }
    }

    /** Without {@code with_localizations=true} the dictionaries are left out: same page, "Get Global Application Commands". */
    static ObjectNode withoutLocalizations(ObjectNode command) {
        strip(command);
        return command;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(LOCALIZED);
        }
        node.forEach(CommandDefaults::strip);
    }
}
