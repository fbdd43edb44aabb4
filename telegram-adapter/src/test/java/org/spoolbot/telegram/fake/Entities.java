package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entities that Telegram finds by itself. Offsets count UTF-16 code units (docs: MessageEntity). */
final class Entities {
    private static final Pattern COMMAND = Pattern.compile("(?<![\\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\w/])");
    private static final Pattern MENTION = Pattern.compile("(?<![\\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\\w)");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private Entities() {}

    /** Given entities, and the found ones that touch none of them. */
    static ArrayNode complete(String text, JsonNode given) {
        List<ObjectNode> all = new ArrayList<>();
        given.forEach(one -> all.add(one.deepCopy()));
        find(text, LINK, "url", all);
        find(text, COMMAND, "bot_command", all);
        find(text, MENTION, "mention", all);
        all.sort(Comparator.comparingInt(one -> one.path("offset").asInt()));
        return Json.array().addAll(all);
    }

    private static void find(String text, Pattern pattern, String type, List<ObjectNode> all) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int from = matcher.start();
            int to = matcher.end();
            if (all.stream().noneMatch(other -> touches(other, from, to))) {
                all.add(Json.object().put("type", type).put("offset", from).put("length", to - from));
            }
        }
    }

    private static boolean touches(ObjectNode other, int from, int to) {
        int start = other.path("offset").asInt();
        // A link or a command may stand inside bold or quoted words.
        boolean exclusive = !List.of("bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote").contains(other.path("type").asText());
        return exclusive && start < to && from < start + other.path("length").asInt();
    }
}
