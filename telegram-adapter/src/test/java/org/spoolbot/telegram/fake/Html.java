package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code parse_mode: HTML} with the tags and complaints of the real server (docs: HTML style; texts: td MessageEntity.cpp). */
final class Html {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("b", "bold"), Map.entry("strong", "bold"), Map.entry("i", "italic"), Map.entry("em", "italic"),
            Map.entry("u", "underline"), Map.entry("ins", "underline"), Map.entry("s", "strikethrough"), Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"), Map.entry("code", "code"), Map.entry("pre", "pre"), Map.entry("a", "text_link"),
            Map.entry("tg-spoiler", "spoiler"), Map.entry("span", "spoiler"), Map.entry("blockquote", "blockquote"), Map.entry("tg-emoji", "custom_emoji"));
    private static final Pattern NAME = Pattern.compile("/?([a-zA-Z0-9-]*)");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)\\s*(?:=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+)))?");
    private static final Pattern REFERENCE = Pattern.compile("&(lt|gt|amp|quot|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});?");

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final ArrayNode entities = Json.array();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private Html(String source) {
        this.source = source;
    }

    record Parsed(String text, ArrayNode entities) {}

    private record Open(String tag, String attributes, int offset, int position) {}

    static Parsed parse(String source) {
        return new Html(source).parse();
    }

    private Parsed parse() {
        while (at < source.length()) {
            char next = source.charAt(at);
            if (next == '<') {
                tag();
            } else if (next == '&') {
                reference();
            } else {
                text.append(next);
                at++;
            }
        }
        if (!open.isEmpty()) {
            throw fault("Can't find end tag corresponding to start tag \"" + open.peek().tag() + "\"");
        }
        return new Parsed(text.toString(), entities);
    }

    private void reference() {
        Matcher matcher = REFERENCE.matcher(source).region(at, source.length());
        if (!matcher.lookingAt()) {
            text.append('&');
            at++;
            return;
        }
        String name = matcher.group(1);
        switch (name) {
            case "lt" -> text.append('<');
            case "gt" -> text.append('>');
            case "amp" -> text.append('&');
            case "quot" -> text.append('"');
            default -> text.appendCodePoint(Integer.decode(name.toLowerCase(Locale.ROOT).startsWith("#x") ? "0" + name.substring(1) : name.substring(1).replaceFirst("^0+(?=\\d)", "")));
        }
        at = matcher.end();
    }

    private void tag() {
        int begin = at;
        int close = source.indexOf('>', at);
        if (close < 0) {
            throw fault("Unclosed start tag at byte offset " + bytes(begin));
        }
        String inside = source.substring(at + 1, close);
        Matcher matcher = NAME.matcher(inside);
        String name = matcher.lookingAt() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
        at = close + 1;
        if (inside.startsWith("/")) {
            end(name, begin);
            return;
        }
        if (!TYPES.containsKey(name)) {
            throw fault("Unsupported start tag \"" + name + "\" at byte offset " + bytes(begin));
        }
        open.push(new Open(name, inside.substring(name.length()), text.length(), begin));
    }

    private void end(String name, int begin) {
        if (open.isEmpty()) {
            throw fault("Unexpected end tag at byte offset " + bytes(begin));
        }
        Open tag = open.pop();
        if (!name.isEmpty() && !name.equals(tag.tag())) {
            throw fault("Unmatched end tag at byte offset " + bytes(begin) + ", expected \"</" + tag.tag() + ">\", found \"</" + name + ">\"");
        }
        int length = text.length() - tag.offset();
        if (length > 0) {
            entity(tag, length);
        }
    }

    private void entity(Open tag, int length) {
        ObjectNode entity = Json.object().put("type", TYPES.get(tag.tag())).put("offset", tag.offset()).put("length", length);
        switch (tag.tag()) {
            case "a" -> link(entity, attribute(tag, "href"), length);
            case "tg-emoji" -> entity.put("custom_emoji_id", attribute(tag, "emoji-id"));
            case "blockquote" -> entity.put("type", tag.attributes().contains("expandable") ? "expandable_blockquote" : "blockquote");
            default -> { }
        }
        if (!entity.path("url").asText("-").isEmpty()) {
            entities.add(entity);
        }
    }

    private void link(ObjectNode entity, String href, int length) {
        String target = href.isEmpty() ? text.substring(text.length() - length) : href;
        Matcher user = Pattern.compile("tg://user\\?id=(\\d+)").matcher(target);
        if (user.matches()) {
            entity.put("type", "text_mention").putObject("user").put("id", Long.parseLong(user.group(1))).put("is_bot", false).put("first_name", "member");
            return;
        }
        entity.put("url", target.contains(".") ? target : "");
    }

    private static String attribute(Open tag, String name) {
        Matcher matcher = ATTRIBUTE.matcher(tag.attributes());
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
                return value == null ? "" : value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            }
        }
        return "";
    }

    private int bytes(int position) {
        return source.substring(0, position).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Refusal fault(String what) {
        return Refusal.badRequest("can't parse entities: " + what);
    }
}
