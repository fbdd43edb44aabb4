package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a message pings: https://discord.com/developers/docs/resources/message#allowed-mentions-object. Without that object everybody it names. */
final class Mentions {
    private static final Pattern USER = Pattern.compile("<@!?(\\d+)>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d+)>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)\\b");

    private final World world;

    Mentions(World world) {
        this.world = world;
    }

    /** Fills the fields about mentions of a finished message. */
    void apply(ObjectNode message, JsonNode allowed, Optional<Post> repliedTo) {
        check(allowed);
        String text = text(message);
        Set<String> users = new LinkedHashSet<>(permitted(allowed, "users", found(USER, text)));
        repliedTo.map(Post::author).filter(author -> pings(allowed)).ifPresent(author -> users.add(author.id()));
        message.put("mention_everyone", EVERYONE.matcher(text).find() && parses(allowed, "everyone"));
        message.set("mentions", Json.array(users.stream().flatMap(id -> account(id).stream()).map(User::json).toList()));
        permitted(allowed, "roles", found(ROLE, text)).forEach(message.putArray("mention_roles")::add);
    }

    /** Text displays ping as content does. */
    private static String text(ObjectNode message) {
        StringBuilder text = new StringBuilder(message.path("content").asText());
        Components.all(message.path("components")).forEach(part -> text.append('\n').append(part.path("content").asText("")));
        return text.toString();
    }

    private Optional<User> account(String id) {
        return id.equals(world.bot().id()) ? Optional.of(world.bot()) : world.person(id).map(Person::user);
    }

    private static void check(JsonNode allowed) {
        for (String kind : List.of("users", "roles")) {
            boolean both = Json.has(allowed.get("parse")) && Json.texts(allowed.path("parse")).contains(kind) && !allowed.path(kind).isEmpty();
            ApiError.require(!both, "allowed_mentions: parse and " + kind + " are mutually exclusive");
        }
    }

    private static boolean pings(JsonNode allowed) {
        return !Json.has(allowed) || allowed.path("replied_user").asBoolean(false);
    }

    private static boolean parses(JsonNode allowed, String kind) {
        return !Json.has(allowed) || Json.texts(allowed.path("parse")).contains(kind);
    }

    private static List<String> permitted(JsonNode allowed, String kind, List<String> named) {
        return parses(allowed, kind) ? named : named.stream().filter(Json.texts(allowed.path(kind))::contains).toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> ids = new ArrayList<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            ids.add(matcher.group(1));
        }
        return ids;
    }
}
