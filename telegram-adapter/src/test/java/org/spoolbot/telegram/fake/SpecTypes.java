package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of the description, and whether a value is one. */
final class SpecTypes {
    private static final String ARRAY = "Array of ";
    private static final String ATTACHED = "attach://";
    private static final Pattern LENGTH = Pattern.compile("\\b(\\d+)-(\\d+) (characters|bytes)(?! after)");
    private static final Pattern CONSTANT = Pattern.compile("(?:must be|always) [\"“]?([a-z_]+)");

    private final Map<String, JsonNode> types = new HashMap<>();

    SpecTypes(JsonNode described) {
        described.properties().forEach(one -> types.put(one.getKey(), one.getValue()));
    }

    /** What is known around a value: whether everything came as text, the files beside it, and which of them were named. */
    record Look(boolean strings, Map<String, Part> parts, Set<String> referred) {
        /** Inside a JSON string, numbers are numbers again. */
        Look inside() {
            return new Look(false, parts, referred);
        }
    }

    static List<String> names(JsonNode field) {
        List<String> names = new ArrayList<>();
        field.path("types").forEach(type -> names.add(type.asText()));
        return names;
    }

    /** The complaints of the alternative that has the fewest. */
    List<String> check(String path, JsonNode field, JsonNode value, Look look) {
        List<String> found = new ArrayList<>(union(path, names(field), value, look));
        if (value.isTextual() && names(field).contains("String")) {
            length(path, field, value.asText()).ifPresent(found::add);
        }
        return found;
    }

    List<String> union(String path, List<String> names, JsonNode value, Look look) {
        if (names.stream().allMatch(name -> name.startsWith(ARRAY))) {
            // Lists of several types are told as several lists, and mean a mixed one.
            return array(path, names.stream().map(name -> name.substring(ARRAY.length())).toList(), value, look);
        }
        List<String> fitting = names.stream().filter(name -> constantsFit(types.getOrDefault(name, Json.object()), value)).toList();
        return (fitting.isEmpty() ? names : fitting).stream()
                .map(name -> type(path, name, value, look))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private static Optional<String> length(String path, JsonNode field, String text) {
        Matcher limits = LENGTH.matcher(field.path("description").asText());
        if (!limits.find()) {
            return Optional.empty();
        }
        int length = limits.group(3).equals("bytes") ? text.getBytes(StandardCharsets.UTF_8).length : text.codePointCount(0, text.length());
        boolean fits = length >= Integer.parseInt(limits.group(1)) && length <= Integer.parseInt(limits.group(2));
        return fits ? Optional.empty() : Optional.of(path + ": " + length + " " + limits.group(3) + ", allowed are " + limits.group(1) + "-" + limits.group(2));
    }

    private List<String> type(String path, String type, JsonNode value, Look look) {
        return switch (type) {
            case "String" -> value.isTextual() ? attached(path, value.asText(), look) : wrong(path, type, value);
            case "InputFile" -> value.isTextual() && value.asText().startsWith(ATTACHED) ? attached(path, value.asText(), look) : wrong(path, type, value);
            case "Integer" -> value.isIntegralNumber() || look.strings() && value.asText().matches("-?\\d+") ? List.of() : wrong(path, type, value);
            case "Float" -> value.isNumber() || look.strings() && value.asText().matches("-?\\d+(\\.\\d+)?") ? List.of() : wrong(path, type, value);
            case "Boolean", "True" -> value.isBoolean() || look.strings() && value.asText().matches("(?i)true|false") ? List.of() : wrong(path, type, value);
            default -> object(path, type, value, look);
        };
    }

    private static List<String> attached(String path, String text, Look look) {
        if (!text.startsWith(ATTACHED)) {
            return List.of();
        }
        String part = text.substring(ATTACHED.length());
        look.referred().add(part);
        return look.parts().containsKey(part) ? List.of() : List.of(path + ": there is no part " + part);
    }

    private List<String> array(String path, List<String> elements, JsonNode value, Look look) {
        JsonNode list = value.isTextual() && look.strings() ? Json.lenient(value.asText()) : value;
        if (!list.isArray()) {
            return wrong(path, "list", value);
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            found.addAll(union(path + "[" + i + "]", elements, list.get(i), look.inside()));
        }
        return found;
    }

    private List<String> object(String path, String type, JsonNode value, Look look) {
        JsonNode object = value.isTextual() && look.strings() ? Json.lenient(value.asText()) : value;
        JsonNode described = types.get(type);
        if (described == null || !object.isObject()) {
            return wrong(path, type, value);
        }
        if (described.has("subtypes")) {
            List<String> subtypes = new ArrayList<>();
            described.path("subtypes").forEach(name -> subtypes.add(name.asText()));
            return union(path, subtypes, object, look.inside());
        }
        return fields(path, described, object, look.inside());
    }

    /** Whether fields that tell subtypes apart, "type, must be video", hold what they must. */
    private static boolean constantsFit(JsonNode candidate, JsonNode object) {
        for (JsonNode field : candidate.path("fields")) {
            String name = field.path("name").asText();
            Matcher constant = CONSTANT.matcher(field.path("description").asText());
            boolean tells = Set.of("type", "source", "status").contains(name) && constant.find();
            if (tells && !constant.group(1).equals(object.path(name).asText())) {
                return false;
            }
        }
        return true;
    }

    private List<String> fields(String path, JsonNode described, JsonNode object, Look look) {
        List<String> found = new ArrayList<>(constantsFit(described, object) ? List.of() : wrong(path, described.path("name").asText(), object));
        Set<String> known = new HashSet<>();
        for (JsonNode field : described.path("fields")) {
            String name = field.path("name").asText();
            known.add(name);
            if (object.has(name)) {
                found.addAll(check(path + "." + name, field, object.get(name), look));
            } else if (field.path("required").asBoolean()) {
                found.add(path + "." + name + ": missing");
            }
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                found.add(path + ": unknown field " + name);
            }
        });
        return found;
    }

    /** The value itself stays out: it may be a prompt. */
    private static List<String> wrong(String path, String type, JsonNode value) {
        return List.of(path + ": is no " + type + " but " + value.getNodeType());
    }
}
