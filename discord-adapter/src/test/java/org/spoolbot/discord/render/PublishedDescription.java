package org.spoolbot.discord.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.LoggerFactory;

/** What Discord itself published of the shapes it takes; where the file is not there, everything passes and a line says so. */
final class PublishedDescription {
    private static final Path FILE = Path.of(System.getProperty("spoolbot.specs", "../shared/specs"), "discord-openapi.json");
    private static final String ADDRESS = "https://description.test/discord.json";
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final SchemaRegistry REGISTRY = registry();
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishedDescription() {}

    static boolean isThere() {
        return Files.isRegularFile(FILE);
    }

    static List<String> faults(String schema, DataObject body) {
        if (!isThere()) {
            return List.of();
        }
        return SCHEMAS.computeIfAbsent(schema, name -> REGISTRY.getSchema(SchemaLocation.of(ADDRESS + "#/components/schemas/" + name)))
                .validate(asPublished(body).toString(), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .limit(5)
                .toList();
    }

    private static SchemaRegistry registry() {
        Dialect tolerant = Dialect.builder(Dialects.getOpenApi31()).keyword(new NonValidationKeyword("x-discord-union")).build();
        return SchemaRegistry.withDialect(tolerant, builder -> builder.schemas(Map.of(ADDRESS, document())));
    }

    private static String document() {
        try {
            if (isThere()) {
                return Files.readString(FILE);
            }
            LoggerFactory.getLogger(PublishedDescription.class).info("{} is not there: shapes are not checked", FILE);
            return "{}";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The few places where JDA writes numbers as text and text as numbers, which Discord takes as well. */
    private static JsonNode asPublished(DataObject body) {
        try {
            ObjectNode node = (ObjectNode) JSON.readTree(body.toString());
            node.path("attachments").forEach(file -> ((ObjectNode) file).put("id", file.path("id").asText()));
            numbers(node, "contexts");
            numbers(node, "integration_types");
            if (node.path("default_member_permissions").isTextual()) {
                node.put("default_member_permissions", node.path("default_member_permissions").asLong());
            }
            return node;
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static void numbers(ObjectNode node, String name) {
        if (node.path(name) instanceof ArrayNode values) {
            ArrayNode numbers = JSON.createArrayNode();
            values.forEach(value -> numbers.add(value.asInt()));
            node.set(name, numbers);
        }
    }
}
