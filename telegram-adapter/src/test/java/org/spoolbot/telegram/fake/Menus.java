package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lists of commands that a bot has set, one per scope and language. */
public final class Menus {
    private static final int MOST = 100; // docs: setMyCommands

    private final Map<String, ArrayNode> lists = new TreeMap<>();
    private int changes;

    /** The commands of one list, without slash; scope as {@code all_group_chats} or {@code chat -100200}, language empty for all others. */
    public List<String> commands(String scope, String language) {
        List<String> names = new ArrayList<>();
        list(scope, language).forEach(one -> names.add(one.path("command").asText()));
        return names;
    }

    /** Scope and language of every list, a slash between them. */
    public List<String> keys() {
        return List.copyOf(lists.keySet());
    }

    /** How often a list was set or deleted. */
    public int changes() {
        return changes;
    }

    /** What the client of a person offers in a chat (docs: Determining list of commands). */
    public List<String> shownTo(Person person, Chat chat) {
        for (String scope : scopes(person, chat)) {
            for (String language : List.of(person.language().split("-")[0], "")) {
                if (lists.containsKey(key(scope, language))) {
                    return commands(scope, language);
                }
            }
        }
        return List.of();
    }

    private static List<String> scopes(Person person, Chat chat) {
        if (chat.isPrivate()) {
            return List.of("chat " + chat.id(), "all_private_chats", "default");
        }
        List<String> scopes = new ArrayList<>(List.of("chat_member " + chat.id() + " " + person.id()));
        boolean admin = chat.standing(person.id()).isAdmin();
        if (admin) {
            scopes.add("chat_administrators " + chat.id());
        }
        scopes.add("chat " + chat.id());
        if (admin) {
            scopes.add("all_chat_administrators");
        }
        scopes.addAll(List.of("all_group_chats", "default"));
        return scopes;
    }

    ArrayNode list(String scope, String language) {
        return lists.getOrDefault(key(scope, language), Json.array());
    }

    void set(String scope, String language, JsonNode commands) {
        if (commands.size() > MOST) {
            throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        ArrayNode list = Json.array();
        for (JsonNode one : commands) {
            list.add(command(one));
        }
        changes++;
        lists.put(key(scope, language), list);
    }

    private static ObjectNode command(JsonNode one) {
        String name = one.path("command").asText().replaceFirst("^/", "");
        String description = one.path("description").asText();
        if (!name.matches("[a-z0-9_]{1,32}")) { // docs: BotCommand
            throw Refusal.badRequest("BOT_COMMAND_INVALID");
        }
        if (description.isBlank() || description.length() > 256) {
            throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        return Json.object().put("command", name).put("description", description);
    }

    void delete(String scope, String language) {
        changes++;
        lists.remove(key(scope, language));
    }

    static String scope(JsonNode scope) {
        String type = scope.path("type").asText("default");
        String chat = scope.has("chat_id") ? " " + scope.path("chat_id").asText() : "";
        String user = scope.has("user_id") ? " " + scope.path("user_id").asText() : "";
        return type + chat + user;
    }

    private static String key(String scope, String language) {
        return scope + "/" + language;
    }
}
