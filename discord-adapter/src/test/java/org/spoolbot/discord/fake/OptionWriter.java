package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Writes filled-in options, as far as the app would send them. */
final class OptionWriter {
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int NUMBER = 10;

    private final Attached attached;

    OptionWriter(Attached attached) {
        this.attached = attached;
    }

    ArrayNode written(JsonNode offered, Map<String, ?> filled) {
        List<String> names = Json.objects(offered).stream().map(option -> option.path("name").asText()).toList();
        demand(names.containsAll(filled.keySet()), "options are " + names + ", not " + filled.keySet());
        ArrayNode written = Json.array();
        for (ObjectNode option : Json.objects(offered)) {
            Object value = filled.get(option.path("name").asText());
            demand(value != null || !option.path("required").asBoolean(false), option.path("name") + " is required");
            if (value != null) {
                written.add(one(option, value));
            }
        }
        return written;
    }

    /** While somebody types, required options may still be empty, and the focused one holds any text. */
    ArrayNode typed(JsonNode offered, Typist.Typing typing) {
        ArrayNode written = Json.array();
        for (ObjectNode option : Json.objects(offered)) {
            String name = option.path("name").asText();
            if (name.equals(typing.focused())) {
                demand(option.path("autocomplete").asBoolean(false), name + " does not complete");
                ObjectNode focused = named(option).put("focused", true);
                written.add(focused.put("value", typing.partial()));
            } else if (typing.others().containsKey(name)) {
                written.add(one(option, typing.others().get(name)));
            }
        }
        return written;
    }

    private static ObjectNode named(ObjectNode option) {
        return Json.object().put("name", option.path("name").asText()).put("type", option.path("type").asInt());
    }

    private ObjectNode one(ObjectNode option, Object value) {
        ObjectNode written = named(option);
        switch (value) {
            case Boolean flag -> written.put("value", flag);
            case Integer number -> written.put("value", number);
            case Long number -> written.put("value", number);
            case Double number -> written.put("value", number);
            case PickedFile file -> written.put("value", attached.file(file));
            case Person person -> written.put("value", attached.person(person));
            default -> written.put("value", value.toString());
        }
        limited(option, written.path("value"));
        return written;
    }

    private static void limited(ObjectNode option, JsonNode value) {
        String name = option.path("name").asText();
        int type = option.path("type").asInt();
        if (type == STRING) {
            int length = value.asText().length();
            demand(length >= option.path("min_length").asInt(0) && length <= option.path("max_length").asInt(6_000), name + " has " + length + " characters");
        }
        if (type == INTEGER || type == NUMBER) {
            demand(value.isNumber(), name + " is a number");
            demand(value.asDouble() >= option.path("min_value").asDouble(-1e15), name + " is at least " + option.path("min_value"));
            demand(value.asDouble() <= option.path("max_value").asDouble(1e15), name + " is at most " + option.path("max_value"));
        }
        List<String> choices = Json.objects(option.path("choices")).stream().map(choice -> choice.path("value").asText()).toList();
        demand(choices.isEmpty() || choices.contains(value.asText()), name + " is one of " + choices + ", not " + value);
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("The app does not send this: " + otherwise);
        }
    }
}
