package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The machine-readable Bot API as the judge of calls: names, types and lengths of parameters, all the way down. */
final class Spec {
    private static final Map<Path, Optional<Spec>> READ = new ConcurrentHashMap<>();

    private final Map<String, JsonNode> methods = new HashMap<>();
    private final SpecTypes types;

    private Spec(JsonNode api) {
        api.path("methods").properties().forEach(one -> methods.put(one.getKey().toLowerCase(Locale.ROOT), one.getValue()));
        types = new SpecTypes(api.path("types"));
    }

    static Optional<Spec> at(Path file) {
        return READ.computeIfAbsent(file.toAbsolutePath(), Spec::read);
    }

    private static Optional<Spec> read(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Spec(Json.MAPPER.readTree(file.toFile())));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<String> check(String called, Parameters parameters) {
        JsonNode method = methods.get(called.toLowerCase(Locale.ROOT));
        if (method == null) {
            return List.of(called + ": no such method");
        }
        String name = method.path("name").asText();
        SpecTypes.Look look = new SpecTypes.Look(parameters.areStrings(), parameters.parts(), new HashSet<>());
        List<String> found = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (JsonNode field : method.path("fields")) {
            known.add(field.path("name").asText());
            found.addAll(field(name, field, parameters, look));
        }
        parameters.values().keySet().stream().filter(one -> !known.contains(one)).forEach(one -> found.add(name + ": unknown parameter " + one));
        parameters.parts().keySet().stream().filter(part -> !known.contains(part) && !look.referred().contains(part))
                .forEach(part -> found.add(name + ": nothing refers to the part " + part));
        return found;
    }

    List<String> answer(String called, JsonNode result) {
        JsonNode method = methods.getOrDefault(called.toLowerCase(Locale.ROOT), Json.object());
        List<String> returns = new ArrayList<>();
        method.path("returns").forEach(type -> returns.add(type.asText()));
        return returns.isEmpty() ? List.of() : types.union("answer of " + method.path("name").asText(), returns, result, told());
    }

    List<String> update(JsonNode update) {
        return types.union("update", List.of("Update"), update, told());
    }

    private static SpecTypes.Look told() {
        return new SpecTypes.Look(false, Map.of(), new HashSet<>());
    }

    private List<String> field(String method, JsonNode field, Parameters parameters, SpecTypes.Look look) {
        String name = field.path("name").asText();
        String path = method + "." + name;
        JsonNode value = parameters.values().get(name);
        if (value != null) {
            return types.check(path, field, value, look);
        }
        if (!parameters.parts().containsKey(name)) {
            return field.path("required").asBoolean() ? List.of(path + ": missing") : List.of();
        }
        boolean takesFiles = SpecTypes.names(field).contains("InputFile");
        return takesFiles ? List.of() : List.of(path + ": takes no file");
    }
}
