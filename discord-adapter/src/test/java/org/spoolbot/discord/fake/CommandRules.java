package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a command must keep to: https://discord.com/developers/docs/interactions/application-commands (structure tables, "Naming"). */
final class CommandRules {
    private static final Pattern NAME = Pattern.compile("^[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}$");
    private static final int CHAT_INPUT = 1;
    private static final int MOST_CHAT_INPUT = 100;
    private static final int MOST_CONTEXT = 15;
    private static final int MOST_OPTIONS = 25;
    private static final int MOST_CHARACTERS = 8_000;

    private CommandRules() {}

    static void checkAll(List<ObjectNode> commands) {
        Set<String> names = new HashSet<>();
        for (ObjectNode command : commands) {
            String key = command.path("type").asInt(CHAT_INPUT) + " " + command.path("name").asText();
            ApiError.require(names.add(key), "APPLICATION_COMMANDS_DUPLICATE_NAME " + key);
        }
        long chat = commands.stream().filter(command -> command.path("type").asInt(CHAT_INPUT) == CHAT_INPUT).count();
        ApiError.require(chat <= MOST_CHAT_INPUT, "at most 100 chat input commands");
        long message = commands.stream().filter(command -> command.path("type").asInt(CHAT_INPUT) == 3).count();
        ApiError.require(message <= MOST_CONTEXT, "at most 15 message commands");
    }

    static void check(ObjectNode command) {
        String name = command.path("name").asText();
        if (command.path("type").asInt(CHAT_INPUT) != CHAT_INPUT) {
            ApiError.require(!name.isBlank() && name.length() <= 32, "name of a context command: 1 to 32 characters");
            ApiError.require(command.path("description").asText("").isEmpty(), "a context command has no description");
            return;
        }
        described(command);
        options(command.path("options"));
        ApiError.require(characters(command) <= MOST_CHARACTERS, "APPLICATION_COMMAND_TOO_LARGE: 8000 characters in all");
    }

    private static void described(JsonNode named) {
        String name = named.path("name").asText();
        ApiError.require(NAME.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT)), "name " + name);
        named.path("name_localizations").forEach(text -> ApiError.require(NAME.matcher(text.asText()).matches(), "localized name " + text));
        length(named.path("description"), "description of " + name);
        named.path("description_localizations").forEach(text -> length(text, "localized description of " + name));
    }

    private static void length(JsonNode text, String what) {
        int length = text.asText("").length();
        ApiError.require(length >= 1 && length <= 100, what + ": 1 to 100 characters");
    }

    private static void options(JsonNode options) {
        ApiError.require(options.size() <= MOST_OPTIONS, "at most 25 options");
        boolean optionalSeen = false;
        Set<String> names = new HashSet<>();
        for (JsonNode option : options) {
            described(option);
            ApiError.require(names.add(option.path("name").asText()), "option name twice: " + option.path("name"));
            boolean required = option.path("required").asBoolean(false);
            ApiError.require(!(required && optionalSeen), "required options come first");
            optionalSeen |= !required;
            choices(option);
            options(option.path("options"));
        }
    }

    private static void choices(JsonNode option) {
        JsonNode choices = option.path("choices");
        ApiError.require(choices.size() <= 25, "at most 25 choices");
        ApiError.require(choices.isEmpty() || !option.path("autocomplete").asBoolean(false), "autocomplete excludes choices");
        for (JsonNode choice : choices) {
            int length = choice.path("name").asText().length();
            ApiError.require(length >= 1 && length <= 100, "choice name: 1 to 100 characters");
        }
    }

    /** "combined name, description, and value properties" of the command, its options and choices; of translations the longest counts. */
    private static int characters(JsonNode node) {
        int sum = longest(node, "name") + longest(node, "description") + node.path("value").asText("").length();
        for (JsonNode option : node.path("options")) {
            sum += characters(option);
        }
        for (JsonNode choice : node.path("choices")) {
            sum += characters(choice);
        }
        return sum;
    }

    private static int longest(JsonNode node, String field) {
        int longest = node.path(field).asText("").length();
        for (JsonNode text : node.path(field + "_localizations")) {
            longest = Math.max(longest, text.asText().length());
        }
        return longest;
    }
}
