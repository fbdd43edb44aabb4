package org.spoolbot.engine.plugin.loading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spoolbot.api.plugin.PluginDescriptor;
import org.spoolbot.engine.spelling.Nearest;

/** Reads {@code plugin.yml}, strictly, and tells all its faults together. Pure. */
public final class DescriptorReader {
    /** The API's major version. */
    public static final String API_VERSION = "1";

    /** The owner of the server's own commands, events and store. */
    private static final String SERVER_ID = "core";

    private static final List<String> REQUIRED = List.of("id", "name", "version", "main", "api-version");
    private static final Set<String> TEXTS = Set.of("id", "name", "version", "main", "api-version", "description", "website");
    private static final Set<String> LISTS = Set.of("depend", "softdepend", "authors", "commands", "permissions");

    /** A version 1.10 stays 1.10, although YAML takes it for a number. */
    private final YAMLMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Reads the text of a descriptor. */
    public Reading read(String text) {
        JsonNode root;
        try {
            root = yaml.readTree(text);
        } catch (JsonProcessingException fault) {
            return Reading.faulty(List.of(unreadable(fault)));
        }
        if (root == null || !root.isObject()) {
            return Reading.faulty(List.of("it must consist of keys with values"));
        }
        List<String> faults = faults(root);
        return faults.isEmpty() ? new Reading(Optional.of(descriptor(root)), List.of()) : Reading.faulty(faults);
    }

    private static String unreadable(JsonProcessingException fault) {
        String place = fault.getLocation() == null ? "" : " at line " + fault.getLocation().getLineNr();
        boolean twice = String.valueOf(fault.getOriginalMessage()).startsWith("Duplicate field");
        return twice ? "a key stands there twice" + place : "it is no YAML" + place;
    }

    private static List<String> faults(JsonNode root) {
        List<String> faults = new ArrayList<>();
        root.properties().forEach(entry -> check(entry.getKey(), entry.getValue(), faults));
        REQUIRED.stream().filter(key -> !root.has(key)).forEach(key -> faults.add("'" + key + "' is missing"));
        checkForm(root, "id", "[a-z][a-z0-9-]{1,39}", "2 to 40 of a-z, 0-9 and -, beginning with a letter", faults);
        checkForm(root, "main", "[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*", "the name of a class", faults);
        checkApiVersion(root.path("api-version"), faults);
        if (root.path("id").asText().equals(SERVER_ID)) {
            faults.add("'id' cannot be '" + SERVER_ID + "', which is the server itself");
        }
        return faults;
    }

    private static void checkApiVersion(JsonNode version, List<String> faults) {
        if (isText(version) && !version.asText().equals(API_VERSION)) {
            faults.add("api-version " + version.asText() + " is not spoken here; this server speaks " + API_VERSION);
        }
    }

    private static boolean isText(JsonNode value) {
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank();
    }

    private static void check(String key, JsonNode value, List<String> faults) {
        if (TEXTS.contains(key)) {
            if (!isText(value)) {
                faults.add("'" + key + "' must be a text");
            }
            return;
        }
        if (!LISTS.contains(key)) {
            faults.add("'" + key + "' is unknown" + hint(key));
            return;
        }
        boolean lists = key.equals("depend") || key.equals("softdepend") || key.equals("authors");
        if (lists && !(value.isArray() && value.valueStream().allMatch(JsonNode::isTextual))) {
            faults.add("'" + key + "' must be a list of texts");
        }
    }

    private static String hint(String key) {
        List<String> known = Stream.concat(TEXTS.stream(), LISTS.stream()).toList();
        return Nearest.to(key, known).map(near -> "; did you mean '" + near + "'?").orElse("");
    }

    private static void checkForm(JsonNode root, String key, String form, String remedy, List<String> faults) {
        if (isText(root.path(key)) && !root.path(key).asText().matches(form)) {
            faults.add("'" + key + "' must be " + remedy);
        }
    }

    private static PluginDescriptor descriptor(JsonNode root) {
        return new PluginDescriptor(
                root.path("id").asText(),
                root.path("name").asText(),
                root.path("version").asText(),
                root.path("main").asText(),
                new PluginDescriptor.About(
                        root.path("description").asText(""), texts(root, "authors"), root.path("website").asText("")),
                new PluginDescriptor.Needs(API_VERSION, texts(root, "depend"), texts(root, "softdepend")));
    }

    private static List<String> texts(JsonNode root, String key) {
        return root.path(key).valueStream().map(JsonNode::asText).toList();
    }

    /**
     * What was read.
     *
     * @param descriptor the descriptor, if it has no faults
     * @param faults all faults
     */
    public record Reading(Optional<PluginDescriptor> descriptor, List<String> faults) {
        static Reading faulty(List<String> faults) {
            return new Reading(Optional.empty(), faults);
        }
    }
}
