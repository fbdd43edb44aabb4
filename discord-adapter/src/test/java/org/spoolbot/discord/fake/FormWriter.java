package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills a form in: https://discord.com/developers/docs/components/reference#label-label-interaction-response-structure and its children. */
final class FormWriter {
    private static final int ACTION_ROW = 1;
    private static final int TEXT_INPUT = 4;
    private static final int TEXT_DISPLAY = 10;
    private static final int LABEL = 18;
    private static final int FILE_UPLOAD = 19;
    private static final int RADIO_GROUP = 21;
    private static final int CHECKBOX = 23;

    private final Attached attached;
    private final Map<String, ?> values;
    private final Set<String> used = new HashSet<>();
    private int number;

    FormWriter(Attached attached, Map<String, ?> values) {
        this.attached = attached;
        this.values = values;
    }

    ArrayNode submitted(ObjectNode modal) {
        ArrayNode written = Json.array();
        for (ObjectNode part : Json.objects(modal.path("components"))) {
            written.add(top(part));
        }
        demand(used.containsAll(values.keySet()), "the form has " + used + ", not " + values.keySet());
        return written;
    }

    private ObjectNode top(ObjectNode part) {
        int type = part.path("type").asInt();
        ObjectNode written = Json.object().put("type", type).put("id", ++number);
        switch (type) {
            case LABEL -> written.set("component", field((ObjectNode) part.path("component")));
            case ACTION_ROW -> written.putArray("components").add(field((ObjectNode) part.path("components").path(0)));
            case TEXT_DISPLAY -> demand(part.has("content"), "a text display has content");
            default -> throw new AssertionError("A form has no component of type " + type + " at the top");
        }
        return written;
    }

    private ObjectNode field(ObjectNode field) {
        String id = field.path("custom_id").asText();
        int type = field.path("type").asInt();
        used.add(id);
        ObjectNode written = Json.object().put("type", type).put("id", ++number).put("custom_id", id);
        Object value = values.get(id);
        switch (type) {
            case TEXT_INPUT -> written.put("value", text(field, value));
            case CHECKBOX -> written.put("value", value == null ? field.path("default").asBoolean(false) : (Boolean) value);
            case RADIO_GROUP -> single(written, choices(field, value));
            case FILE_UPLOAD -> files(field, value).forEach(written.putArray("values")::add);
            default -> choices(field, value).forEach(written.putArray("values")::add);
        }
        return written;
    }

    private static void single(ObjectNode written, List<String> chosen) {
        if (chosen.isEmpty()) {
            written.putNull("value");
            return;
        }
        written.put("value", chosen.getFirst());
    }

    private static String text(ObjectNode field, Object value) {
        String text = value == null ? field.path("value").asText("") : value.toString();
        demand(!text.isEmpty() || !required(field), field.path("custom_id") + " is required");
        boolean longEnough = text.isEmpty() || text.length() >= field.path("min_length").asInt(0);
        demand(longEnough && text.length() <= field.path("max_length").asInt(4_000), field.path("custom_id") + " has " + text.length() + " characters");
        return text;
    }

    private static List<String> choices(ObjectNode field, Object value) {
        List<ObjectNode> options = Json.objects(field.path("options"));
        List<String> chosen = value == null
                ? options.stream().filter(option -> option.path("default").asBoolean(false)).map(option -> option.path("value").asText()).toList()
                : asList(value).stream().map(Object::toString).toList();
        List<String> offered = options.stream().map(option -> option.path("value").asText()).toList();
        demand(offered.isEmpty() || offered.containsAll(chosen), field.path("custom_id") + " offers " + offered + ", not " + chosen);
        counted(field, chosen.size(), 1);
        return chosen;
    }

    private List<String> files(ObjectNode field, Object value) {
        List<String> ids = asList(value).stream().map(file -> attached.file((PickedFile) file)).toList();
        counted(field, ids.size(), 1);
        return ids;
    }

    private static void counted(ObjectNode field, int count, int usualMost) {
        int least = required(field) ? field.path("min_values").asInt(1) : 0;
        int most = field.path("max_values").asInt(usualMost);
        demand(count >= least && count <= most, field.path("custom_id") + " takes " + least + " to " + most + ", not " + count);
    }

    private static List<?> asList(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list;
            default -> List.of(value);
        };
    }

    /** All fields of a form are required unless they say otherwise: components reference. */
    private static boolean required(ObjectNode field) {
        return field.path("required").asBoolean(true);
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("The app does not send this form: " + otherwise);
        }
    }
}
