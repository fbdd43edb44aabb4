package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The JSON Schemas of one document, each found by its JSON pointer and compiled once. */
final class Schemas {
    private static final String ADDRESS = "https://description.test/document.json";
    private final SchemaRegistry registry;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    Schemas(Dialect dialect, String document) {
        Dialect tolerant = Dialect.builder(dialect)
                .keyword(new NonValidationKeyword("x-discord-union"))
                .keyword(new NonValidationKeyword("deprecated"))
                .build();
        registry = SchemaRegistry.withDialect(tolerant, builder -> builder.schemas(Map.of(ADDRESS, document)));
    }

    List<String> faults(String pointer, JsonNode value) {
        Schema schema = compiled.computeIfAbsent(pointer, key -> registry.getSchema(SchemaLocation.of(ADDRESS + "#" + key)));
        return SchemaFaults.readable(schema.validate(value.toString(), InputFormat.JSON));
    }
}
