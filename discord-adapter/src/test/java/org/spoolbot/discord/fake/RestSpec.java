package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Discord's OpenAPI 3.1 document (github.com/discord/discord-api-spec): routes, query parameters, bodies. */
final class RestSpec {
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");
    private final Schemas schemas;
    private final List<Operation> operations = new ArrayList<>();

    private RestSpec(String document) throws IOException {
        this.schemas = new Schemas(Dialects.getOpenApi31(), document);
        new ObjectMapper().readTree(document).path("paths").properties().forEach(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .forEach(method -> operations.add(new Operation(method, path.getKey(), path.getValue()))));
        operations.sort(Comparator.comparingInt(Operation::variables));
    }

    static RestSpec read(Path document) throws IOException {
        return new RestSpec(Files.readString(document));
    }

    /** The most literal route wins: {@code /users/@me} before {@code /users/{user_id}}. */
    Optional<Operation> operation(String method, String path) {
        return operations.stream().filter(operation -> operation.matches(method, path)).findFirst();
    }

    /** One method of one path. */
    final class Operation {
        private final String method;
        private final String[] template;
        private final String pointer;
        private final JsonNode description;
        private final JsonNode pathParameters;

        private Operation(String method, String path, JsonNode pathItem) {
            this.method = method;
            this.template = path.split("/");
            this.pointer = "/paths/" + Operation.escaped(path);
            this.description = pathItem.get(method);
            this.pathParameters = pathItem.path("parameters");
        }

        private int variables() {
            return (int) List.of(template).stream().filter(Operation::isVariable).count();
        }

        private boolean matches(String wantedMethod, String path) {
            String[] segments = path.split("/");
            if (!method.equals(wantedMethod.toLowerCase(Locale.ROOT)) || segments.length != template.length) {
                return false;
            }
            for (int index = 0; index < segments.length; index++) {
                if (!isVariable(template[index]) && !template[index].equals(segments[index])) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isVariable(String segment) {
            return segment.startsWith("{");
        }

        List<String> faultsOfQuery(Map<String, String> query) {
            List<String> faults = new ArrayList<>();
            query.forEach((name, value) -> fault(name, value).ifPresent(faults::add));
            for (JsonNode parameter : description.path("parameters")) {
                String name = parameter.path("name").asText();
                if (parameter.path("in").asText().equals("query") && parameter.path("required").asBoolean() && !query.containsKey(name)) {
                    faults.add("the query needs " + name);
                }
            }
            return faults;
        }

        private Optional<String> fault(String name, String value) {
            Optional<String> schema = parameterSchema(name);
            if (schema.isEmpty()) {
                return Optional.of("the query must not have " + name);
            }
            boolean fits = readings(value).stream().anyMatch(reading -> schemas.faults(schema.get(), reading).isEmpty());
            return fits ? Optional.empty() : Optional.of("the query's " + name + " must not be \"" + value + "\"");
        }

        /** In a query everything is text; the schema tells what is meant. */
        private static List<JsonNode> readings(String value) {
            JsonNodeFactory json = JsonNodeFactory.instance;
            List<JsonNode> readings = new ArrayList<>(List.of(json.textNode(value)));
            if (value.matches("-?\\d{1,18}")) {
                readings.add(json.numberNode(Long.parseLong(value)));
            }
            if (Set.of("true", "false").contains(value)) {
                readings.add(json.booleanNode(Boolean.parseBoolean(value)));
            }
            List<JsonNode> lists = readings.stream().map(reading -> (JsonNode) json.arrayNode().add(reading)).toList();
            readings.addAll(lists);
            return readings;
        }

        private Optional<String> parameterSchema(String name) {
            return parameterSchema(description.path("parameters"), pointer + "/" + method + "/parameters/", name)
                    .or(() -> parameterSchema(pathParameters, pointer + "/parameters/", name));
        }

        private static Optional<String> parameterSchema(JsonNode parameters, String where, String name) {
            for (int index = 0; index < parameters.size(); index++) {
                JsonNode parameter = parameters.get(index);
                if (parameter.path("in").asText().equals("query") && parameter.path("name").asText().equals(name)) {
                    return Optional.of(where + index + "/schema");
                }
            }
            return Optional.empty();
        }

        List<String> faultsOfBody(@Nullable JsonNode body) {
            JsonNode described = description.path("requestBody");
            if (body == null) {
                return described.path("required").asBoolean() ? List.of("it needs a body") : List.of();
            }
            return faults(described.path("content"), pointer + "/" + method + "/requestBody/content", body);
        }

        List<String> faultsOfAnswer(int status, @Nullable JsonNode body) {
            JsonNode described = description.path("responses").path(Integer.toString(status));
            if (described.isMissingNode()) {
                return List.of("no answer has status " + status);
            }
            if (body == null) {
                return described.has("content") ? List.of("status " + status + " needs a body") : List.of();
            }
            return faults(described.path("content"), pointer + "/" + method + "/responses/" + status + "/content", body);
        }

        private List<String> faults(JsonNode content, String where, JsonNode body) {
            if (content.isEmpty()) {
                return List.of("it must have no body");
            }
            String type = content.has("application/json") ? "application/json" : content.fieldNames().next();
            return schemas.faults(where + "/" + escaped(type) + "/schema", body);
        }

        private static String escaped(String segment) {
            return segment.replace("~", "~0").replace("/", "~1");
        }
    }
}
