package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a call brought, from a query, form, multipart or JSON body. The real server reads all of them alike (docs: Making requests). */
final class Parameters {
    private static final String ATTACHED = "attach://";

    private final Map<String, JsonNode> values;
    private final Map<String, Part> parts;
    private final boolean strings;

    /** @param strings the values came as text, so objects and numbers are written in strings */
    Parameters(Map<String, JsonNode> values, Map<String, Part> parts, boolean strings) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        this.strings = strings;
    }

    Map<String, JsonNode> values() {
        return values;
    }

    Map<String, Part> parts() {
        return parts;
    }

    boolean areStrings() {
        return strings;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(JsonNode::isValueNode).filter(value -> !value.isNull()).map(JsonNode::asText).filter(text -> !text.isEmpty());
    }

    OptionalLong number(String name) {
        return number(values.getOrDefault(name, MissingNode.getInstance()));
    }

    static OptionalLong number(JsonNode value) {
        if (value.isIntegralNumber()) {
            return OptionalLong.of(value.asLong());
        }
        String text = value.asText("");
        return text.matches("-?\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    boolean flag(String name) {
        String text = text(name).orElse("");
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equals("1");
    }

    /** An object or array, also where it was written into a string. */
    JsonNode json(String name) {
        JsonNode value = values.getOrDefault(name, MissingNode.getInstance());
        return value.isTextual() ? Json.lenient(value.asText()) : value;
    }

    /** The file that a field brings: as its own part, or by {@code attach://} (docs: Sending files). */
    Optional<Part> file(String field, String value) {
        if (value.startsWith(ATTACHED)) {
            return Optional.ofNullable(parts.get(value.substring(ATTACHED.length())));
        }
        return Optional.ofNullable(parts.get(field));
    }
}
