package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Somebody in a chat: what they can do there. Every act returns at once; the bot hears of it when it polls. */
public final class Seat {
    private final World world;
    private final Chat chat;
    private final ObjectNode who;
    private final OptionalInt topic;
    private final boolean faceless;

    Seat(World world, Chat chat, ObjectNode who, OptionalInt topic, boolean faceless) {
        this.world = world;
        this.chat = chat;
        this.who = who;
        this.topic = topic;
        this.faceless = faceless;
    }

    public Posted says(String text) {
        return send(words("text", text), Optional.empty());
    }

    public Posted replies(Posted to, String text) {
        return send(words("text", text), Optional.of(to));
    }

    public Posted sends(Media media, String caption) {
        return send(captioned(media, caption), Optional.empty());
    }

    public Posted replies(Posted to, Media media, String caption) {
        return send(captioned(media, caption), Optional.of(to));
    }

    /** Several updates with one media_group_id; the caption stands on the first. */
    public List<Posted> album(String caption, Media... media) {
        return world.scene().in(() -> {
            String group = world.ticket();
            List<Posted> sent = new ArrayList<>();
            for (Media one : media) {
                ObjectNode content = captioned(one, sent.isEmpty() ? caption : "");
                sent.add(send(content.put("media_group_id", group), Optional.empty()));
            }
            return sent;
        });
    }

    /** Opens the private chat with the button that Telegram shows. */
    public Posted starts() {
        return says("/start");
    }

    /** Follows {@code https://t.me/spoolbot?start=PAYLOAD} (docs: Deep linking). */
    public Posted starts(String payload) {
        return says("/start " + payload);
    }

    /** Writes the message anew. */
    public Posted edits(Posted message, String text) {
        return world.scene().in(() -> {
            ObjectNode content = message.content();
            content.remove(List.of("entities", "caption_entities"));
            message.replace(content.setAll(words(content.has("caption") ? "caption" : "text", text)), world.now());
            if (Privacy.lets(world, chat, message.json())) {
                world.updates().publish("edited_message", message.json());
            }
            return message;
        });
    }

    /** Presses the button with this label. */
    public Press taps(Posted message, String label) {
        return presses(message, message.button(label).data());
    }

    /** Presses a button with this data, also one that is no longer there: a press can cross with an edit. */
    public Press presses(Posted message, String data) {
        return world.scene().in(() -> {
            Press press = new Press(world.scene(), world.ticket(), world.clock().instant());
            world.remember(press);
            ObjectNode query = Json.object().put("id", press.id()).put("chat_instance", Long.toString(chat.id() * 31)).put("data", data);
            query.set("from", who.deepCopy());
            query.set("message", message.isDeleted() ? inaccessible(message) : message.json());
            world.updates().publish("callback_query", query);
            return press;
        });
    }

    // docs: InaccessibleMessage
    private ObjectNode inaccessible(Posted message) {
        ObjectNode gone = Json.object().put("message_id", message.id()).put("date", 0);
        gone.set("chat", chat.json());
        return gone;
    }

    /** Told only to bots that administer the chat and asked for it (docs: Update.message_reaction). */
    public void reacts(Posted message, String emoji) {
        world.scene().change(() -> {
            if (!chat.isPrivate() && !chat.botStanding().isAdmin()) {
                return;
            }
            ObjectNode reaction = Json.object().put("message_id", message.id()).put("date", world.now());
            reaction.set("chat", chat.json());
            reaction.set("user", who.deepCopy());
            reaction.putArray("old_reaction");
            reaction.putArray("new_reaction").addObject().put("type", "emoji").put("emoji", emoji);
            world.updates().publish("message_reaction", reaction);
        });
    }

    public void joins() {
        stands(Standing.member(), "new_chat_members");
    }

    public void leaves() {
        stands(Standing.left(), "left_chat_member");
    }

    private void stands(Standing after, String service) {
        world.scene().change(() -> {
            chat.change(who.path("id").asLong(), who, after);
            ObjectNode content = Json.object();
            if (service.startsWith("new")) {
                content.putArray(service).add(who.deepCopy());
            } else {
                content.set(service, who.deepCopy());
            }
            send(content, Optional.empty());
        });
    }

    private ObjectNode captioned(Media media, String caption) {
        Asset asset = world.shelf().keep(media);
        ObjectNode content = Json.object();
        asset.onto(content);
        return caption.isEmpty() ? content : content.setAll(words("caption", caption));
    }

    private static ObjectNode words(String field, String text) {
        ObjectNode content = Json.object().put(field, text);
        var entities = Entities.complete(text, Json.array());
        if (!entities.isEmpty()) {
            content.set(field.equals("text") ? "entities" : "caption_entities", entities);
        }
        return content;
    }

    private Posted send(ObjectNode content, Optional<Posted> to) {
        return world.scene().in(() -> {
            chat.start();
            to.or(this::topicHead).ifPresent(target -> content.set("reply_to_message", target.quoted()));
            if (faceless) {
                Faces.mark(content, chat, who.path("id").asLong());
            }
            // A reply in a supergroup without topics has a thread id as well, which no bot can send to.
            to.filter(target -> chat.isSupergroup() && !chat.isForum()).ifPresent(target -> content.put("message_thread_id", target.id()));
            Posted posted = chat.post(content, Json.object(), who.deepCopy(), topic);
            if (Privacy.lets(world, chat, posted.json())) {
                world.updates().publish("message", posted.json());
            }
            return posted;
        });
    }

    // What is no reply stands in a topic as a reply to the service message that opened it.
    private Optional<Posted> topicHead() {
        return topic.isPresent() ? chat.message(topic.getAsInt()) : Optional.empty();
    }
}
