package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Makes message objects of what a bot sends, and changes them: https://discord.com/developers/docs/resources/message. */
final class MessageWriter {
    /** What a message is to be made of. */
    record Draft(Channel channel, User author, JsonNode payload, List<Upload> files, Optional<String> onlyFor, Optional<Post> repliedTo) {}

    private static final List<String> EMPTY = List.of("embeds", "components", "attachments");
    private static final int SUPPRESS_EMBEDS = 1 << 2;
    private static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    private static final int SETTABLE = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | Message.EPHEMERAL | Message.COMPONENTS_V2;

    private final World world;
    private final Cdn cdn;
    private final Mentions mentions;

    MessageWriter(World world, Cdn cdn) {
        this.world = world;
        this.cdn = cdn;
        mentions = new Mentions(world);
    }

    /** A message that is finished but stands nowhere yet. */
    Post write(Draft draft) {
        checkSizes(draft.channel(), draft.files());
        Post post = blank(draft);
        ObjectNode json = post.json();
        JsonNode payload = draft.payload();
        if (Json.has(payload.get("nonce"))) {
            json.set("nonce", payload.get("nonce"));
        }
        fill(post, payload, draft.files());
        mentions.apply(json, payload.path("allowed_mentions"), draft.repliedTo());
        MessageRules.check(json);
        return post;
    }

    /** "Spoolbot is thinking…". */
    Post loading(Draft draft) {
        Post post = blank(draft);
        post.json().put("flags", post.json().path("flags").asInt() | Message.LOADING);
        post.json().putArray("mentions");
        post.json().putArray("mention_roles");
        return post;
    }

    private Post blank(Draft draft) {
        ObjectNode json = Json.object().put("id", world.nextId()).put("type", 0).put("channel_id", draft.channel().id()).put("content", "");
        EMPTY.forEach(json::putArray);
        json.put("timestamp", world.now().toString()).putNull("edited_timestamp");
        json.put("pinned", false).put("mention_everyone", false).put("tts", draft.payload().path("tts").asBoolean(false));
        int hidden = draft.onlyFor().isPresent() ? Message.EPHEMERAL : 0;
        json.put("flags", draft.payload().path("flags").asInt(0) & SETTABLE & ~Message.EPHEMERAL | hidden);
        json.set("author", draft.author().json());
        draft.repliedTo().ifPresent(replied -> reference(json, replied));
        return new Post(draft.channel(), draft.author(), draft.onlyFor(), json);
    }

    /** Type 19 is a reply: https://discord.com/developers/docs/resources/message#message-reference-types. */
    private static void reference(ObjectNode json, Post replied) {
        json.put("type", 19);
        ObjectNode reference = json.putObject("message_reference").put("type", 0);
        reference.put("message_id", replied.id()).put("channel_id", replied.channel().id());
        replied.channel().guild().ifPresent(guild -> reference.put("guild_id", guild.id()));
        json.set("referenced_message", replied.json().deepCopy().without("referenced_message"));
    }

    /** Applies an edit: absent fields stay, attachments that are not listed go. Nothing changes when the edit is refused. */
    void edit(Post post, JsonNode payload, List<Upload> files) {
        checkSizes(post.channel(), files);
        ObjectNode changed = post.json().deepCopy();
        Post draft = new Post(post.channel(), post.author(), post.onlyFor(), changed);
        int flags = changed.path("flags").asInt();
        boolean stacked = (flags & Message.COMPONENTS_V2) != 0;
        int wanted = payload.path("flags").asInt(flags) & (SUPPRESS_EMBEDS | Message.COMPONENTS_V2);
        ApiError.require(!stacked || !payload.has("flags") || (wanted & Message.COMPONENTS_V2) != 0, "IS_COMPONENTS_V2 cannot be removed");
        changed.put("flags", flags & ~(SUPPRESS_EMBEDS | Message.LOADING) | wanted);
        fill(draft, payload, files);
        if (payload.has("content") || payload.has("components")) {
            mentions.apply(changed, payload.path("allowed_mentions"), Optional.empty());
        }
        changed.put("edited_timestamp", world.now().toString());
        MessageRules.check(changed);
        post.json().setAll(changed);
    }

    private void fill(Post post, JsonNode payload, List<Upload> files) {
        ObjectNode json = post.json();
        if (payload.has("content")) {
            json.put("content", payload.path("content").asText("").strip());
        }
        attachments(post, payload, files);
        if (payload.has("embeds")) {
            json.set("embeds", embeds(payload.path("embeds"), json));
        }
        if (payload.has("components")) {
            json.set("components", Components.completed(payload.path("components"), name -> attachment(json, name)));
        }
    }

    private ArrayNode embeds(JsonNode sent, ObjectNode message) {
        ArrayNode embeds = Json.array();
        for (ObjectNode embed : Json.objects(sent)) {
            ObjectNode copy = embed.deepCopy().put("type", "rich");
            for (String picture : List.of("image", "thumbnail")) {
                String url = copy.path(picture).path("url").asText();
                if (url.startsWith("attachment://")) {
                    String found = attachment(message, url.substring(13)).path("url").asText();
                    copy.putObject(picture).put("url", found).put("proxy_url", found);
                }
            }
            embeds.add(copy);
        }
        return embeds;
    }

    private static JsonNode attachment(ObjectNode message, String name) {
        return Json.objects(message.path("attachments")).stream()
                .filter(attachment -> attachment.path("filename").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiError.invalidForm("attachment://" + name + " is not attached"));
    }

    /** The list names files of this request by number and earlier attachments by id; without a list all files come and all attachments stay. */
    private void attachments(Post post, JsonNode payload, List<Upload> files) {
        List<ObjectNode> before = Json.objects(post.json().path("attachments"));
        ArrayNode kept = Json.array();
        boolean listed = Json.has(payload.get("attachments"));
        List<ObjectNode> list = Json.objects(payload.path("attachments"));
        before.stream().filter(old -> !listed || list.stream().anyMatch(item -> sameId(item, old))).forEach(kept::add);
        for (Upload file : files) {
            Optional<ObjectNode> entry = list.stream().filter(item -> item.path("id").asText().equals(Integer.toString(file.number()))).findFirst();
            kept.add(published(post, file, entry));
        }
        post.json().set("attachments", kept);
    }

    private ObjectNode published(Post post, Upload file, Optional<ObjectNode> entry) {
        String name = entry.map(item -> item.path("filename").asText()).filter(text -> !text.isEmpty()).orElse(file.name());
        Upload named = new Upload(file.number(), name, file.contentType(), file.path(), file.size());
        ObjectNode json = cdn.publish(named, post.channel().id(), world.nextId(), post.ephemeral());
        entry.map(item -> item.path("description").asText("")).filter(text -> !text.isEmpty()).ifPresent(text -> json.put("description", text));
        boolean spoiler = name.startsWith("SPOILER_") || entry.filter(item -> item.path("is_spoiler").asBoolean(false)).isPresent();
        return json.put("flags", spoiler ? Message.SPOILER : 0);
    }

    private static boolean sameId(ObjectNode first, ObjectNode second) {
        return first.path("id").asText().equals(second.path("id").asText());
    }

    /** "The file upload size limit applies to each file in a request": https://discord.com/developers/docs/reference#uploading-files. */
    private static void checkSizes(Channel channel, List<Upload> files) {
        long limit = channel.guild().map(Guild::uploadLimit).orElse(10L << 20);
        if (files.stream().anyMatch(file -> file.size() > limit)) {
            throw ApiError.tooLarge();
        }
    }
}
