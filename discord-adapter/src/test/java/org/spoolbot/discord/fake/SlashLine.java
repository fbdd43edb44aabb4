package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A slash command as one types it: its words, then free text for its first option, then {@code name:value} for others. */
record SlashLine(String path, Map<String, Object> options, String lastOption) {
    /** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
    private static final int SUB_COMMAND = 1;
    private static final int SUB_COMMAND_GROUP = 2;
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int BOOLEAN = 5;
    private static final int NUMBER = 10;
    private static final int ATTACHMENT = 11;

    static SlashLine read(String line, List<? extends JsonNode> commands) {
        List<String> words = List.of(line.strip().split("\\s+"));
        JsonNode command = named(commands, words.getFirst())
                .orElseThrow(() -> new IllegalArgumentException("The bot has no command /" + words.getFirst()));
        int used = 1;
        while (used < words.size()) {
            Optional<JsonNode> below = named(command.path("options"), words.get(used)).filter(SlashLine::group);
            if (below.isEmpty()) {
                break;
            }
            command = below.get();
            used++;
        }
        Map<String, String> typed = typed(command.path("options"), words.subList(used, words.size()));
        Map<String, Object> options = new LinkedHashMap<>();
        for (Map.Entry<String, String> option : typed.entrySet()) {
            options.put(option.getKey(), value(named(command.path("options"), option.getKey()).orElse(MissingNode.getInstance()), option.getValue()));
        }
        return new SlashLine(String.join(" ", words.subList(0, used)), options, typed.isEmpty() ? "" : List.copyOf(typed.keySet()).getLast());
    }

    private static boolean group(JsonNode option) {
        return option.path("type").asInt() == SUB_COMMAND || option.path("type").asInt() == SUB_COMMAND_GROUP;
    }

    private static Optional<JsonNode> named(Iterable<? extends JsonNode> nodes, String name) {
        for (JsonNode node : nodes) {
            if (node.path("name").asText().equals(name)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> typed(JsonNode options, List<String> words) {
        Map<String, String> typed = new LinkedHashMap<>();
        String current = options.path(0).path("name").asText();
        for (String word : words) {
            int colon = word.indexOf(':');
            boolean starts = colon > 0 && named(options, word.substring(0, colon)).isPresent();
            current = starts ? word.substring(0, colon) : current;
            String text = starts ? word.substring(colon + 1) : word;
            typed.merge(current, text, (before, more) -> (before + " " + more).strip());
        }
        return typed;
    }

    private static Object value(JsonNode option, String text) {
        return switch (option.path("type").asInt(STRING)) {
            case INTEGER -> Long.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case NUMBER -> Double.valueOf(text);
            case ATTACHMENT -> file(text);
            default -> text;
        };
    }

    /** {@code @/tmp/kite.png}. */
    static PickedFile file(String text) {
        Path path = Path.of(text.replaceFirst("^@", ""));
        try {
            String type = URLConnection.guessContentTypeFromName(path.getFileName().toString());
            return new PickedFile(path.getFileName().toString(), type == null ? "application/octet-stream" : type, Files.readAllBytes(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + path, unreadable);
        }
    }
}
