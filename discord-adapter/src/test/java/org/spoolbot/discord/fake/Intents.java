package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Who may see what: https://discord.com/developers/docs/events/gateway#list-of-intents */
final class Intents {
    static final long GUILDS = 1;
    static final long GUILD_MEMBERS = 1 << 1;
    static final long GUILD_PRESENCES = 1 << 8;
    static final long GUILD_MESSAGES = 1 << 9;
    static final long GUILD_MESSAGE_REACTIONS = 1 << 10;
    static final long GUILD_MESSAGE_TYPING = 1 << 11;
    static final long DIRECT_MESSAGES = 1 << 12;
    static final long DIRECT_MESSAGE_REACTIONS = 1 << 13;
    static final long DIRECT_MESSAGE_TYPING = 1 << 14;
    static final long MESSAGE_CONTENT = 1 << 15;

    /** Must be switched on in the developer portal, else close code 4014: gateway docs, "Privileged intents". */
    static final long PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;

    /** Bits 0-16, 20, 21, 24 and 25 mean something; any other is close code 4013. */
    private static final long KNOWN = 0x1FFFFL | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;

    private static final List<String> CONTENT_LISTS = List.of("embeds", "attachments", "components");

    private Intents() {}

    static boolean known(long intents) {
        return (intents & ~KNOWN) == 0;
    }

    /** Whether a session with these intents is told of the event. What no intent names, as INTERACTION_CREATE, is told to all. */
    static boolean admit(long intents, String type, JsonNode data) {
        long needed = needed(type, data.has("guild_id"));
        return needed == 0 || (intents & needed) != 0;
    }

    private static long needed(String type, boolean guild) {
        return switch (type) {
            case "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE" -> guild ? GUILD_MESSAGES : DIRECT_MESSAGES;
            case "MESSAGE_DELETE_BULK" -> GUILD_MESSAGES;
            case "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE" -> guild ? GUILD_MESSAGE_REACTIONS : DIRECT_MESSAGE_REACTIONS;
            case "TYPING_START" -> guild ? GUILD_MESSAGE_TYPING : DIRECT_MESSAGE_TYPING;
            case "GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE", "GUILD_MEMBER_REMOVE" -> GUILD_MEMBERS;
            case "PRESENCE_UPDATE" -> GUILD_PRESENCES;
            default -> ofStructure(type);
        };
    }

    private static long ofStructure(String type) {
        boolean structure = type.startsWith("GUILD_") || type.startsWith("CHANNEL_") || type.startsWith("THREAD_");
        return structure ? GUILDS : 0;
    }

    /**
     * What people wrote is empty without MESSAGE_CONTENT, but for the bot's own messages, private ones and those that mention it:
     * https://discord.com/developers/docs/events/gateway#message-content-intent. A message that is replied to is judged by itself.
     */
    static ObjectNode visible(long intents, String type, ObjectNode data, String bot) {
        boolean message = type.equals("MESSAGE_CREATE") || type.equals("MESSAGE_UPDATE");
        if (!message || (intents & MESSAGE_CONTENT) != 0 || !data.has("guild_id")) {
            return data;
        }
        ObjectNode copy = data.deepCopy();
        blankUnlessConcerned(copy, bot);
        if (copy.get("referenced_message") instanceof ObjectNode referenced) {
            blankUnlessConcerned(referenced, bot);
        }
        return copy;
    }

    private static void blankUnlessConcerned(ObjectNode message, String bot) {
        if (bot.equals(message.path("author").path("id").asText()) || mentions(message, bot)) {
            return;
        }
        if (message.has("content")) {
            message.put("content", "");
        }
        for (String field : CONTENT_LISTS) {
            if (message.has(field)) {
                message.putArray(field);
            }
        }
        message.remove("poll");
    }

    private static boolean mentions(ObjectNode message, String bot) {
        for (JsonNode user : message.path("mentions")) {
            if (bot.equals(user.path("id").asText())) {
                return true;
            }
        }
        return false;
    }
}
