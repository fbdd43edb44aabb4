package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Which messages of a group reach a bot (docs: Bot features, Privacy mode; faq: What messages will my bot get). */
final class Privacy {
    private static final List<String> SERVICE = List.of("new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id", "forum_topic_created");
    private static final String AT_US = "@" + World.BOT_NAME;

    private Privacy() {}

    static boolean lets(World world, Chat chat, ObjectNode message) {
        if (chat.isPrivate()) {
            return world.personById(chat.id()).map(person -> !person.isBlocking()).orElse(true);
        }
        Standing bot = chat.botStanding();
        if (!bot.isPresent()) {
            return false;
        }
        boolean everything = !world.hasPrivacy() || bot.isAdmin();
        return everything || isService(message) || isReplyToBot(message) || speaksToBot(message);
    }

    private static boolean isService(JsonNode message) {
        return SERVICE.stream().anyMatch(message::has);
    }

    private static boolean isReplyToBot(JsonNode message) {
        JsonNode replied = message.path("reply_to_message");
        return replied.path("from").path("id").asLong() == World.BOT_ID && !replied.has("forum_topic_created");
    }

    /**
     * A command of ours or of nobody in particular, or our name. Each item of an album is a message of its own (docs: Message.media_group_id),
     * and only one has the caption: of the others a bot hears nothing (docs: Bot features, Privacy mode).
     */
    private static boolean speaksToBot(JsonNode message) {
        String text = message.path("text").asText(message.path("caption").asText(""));
        JsonNode entities = message.has("text") ? message.path("entities") : message.path("caption_entities");
        for (JsonNode entity : entities) {
            int from = entity.path("offset").asInt();
            String word = text.substring(from, from + entity.path("length").asInt()).toLowerCase(Locale.ROOT);
            boolean command = entity.path("type").asText().equals("bot_command");
            if (command && (!word.contains("@") || word.endsWith(AT_US)) || word.equals(AT_US)) {
                return true;
            }
        }
        return false;
    }
}
