package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a message shall go, and whether the bot may send it there. */
record Destination(Chat chat, OptionalInt thread, Optional<Posted> replyTo) {
    static Destination of(World world, Parameters parameters, String right) {
        Chat chat = writable(world, parameters);
        if (!chat.botStanding().maySend(right)) {
            throw Refusal.badRequest("not enough rights to send " + words(right) + " to the chat");
        }
        return new Destination(chat, thread(chat, parameters), reply(chat, parameters.json("reply_parameters")));
    }

    /** The chat of a call, if the bot can see it. */
    static Chat chat(World world, Parameters parameters) {
        String id = parameters.text("chat_id").orElseThrow(() -> Refusal.badRequest("chat_id is empty"));
        Chat chat = (id.startsWith("@") ? byName(world, id) : Parameters.number(parameters.values().get("chat_id")).stream().boxed().findFirst().flatMap(world::chat))
                .orElseThrow(() -> Refusal.badRequest(Texts.CHAT_NOT_FOUND));
        chat.successor().ifPresent(next -> {
            throw Refusal.migrated(next);
        });
        String kind = chat.isSupergroup() ? "supergroup" : "group";
        switch (chat.botStanding().status()) {
            case "kicked" -> throw Refusal.forbidden("bot was kicked from the " + kind + " chat");
            case "left" -> throw Refusal.forbidden("bot is not a member of the " + kind + " chat");
            default -> { }
        }
        return chat;
    }

    /** The chat of a call, if the bot may write to it. */
    static Chat writable(World world, Parameters parameters) {
        Chat chat = chat(world, parameters);
        if (chat.isPrivate()) {
            boolean blocked = world.personById(chat.id()).map(Person::isBlocking).orElse(false);
            if (blocked) {
                throw Refusal.forbidden("bot was blocked by the user");
            }
            if (!chat.isStarted()) {
                throw Refusal.forbidden("bot can't initiate conversation with a user");
            }
        }
        return chat;
    }

    // Only channels and supergroups are addressed by name; ours have none.
    private static Optional<Chat> byName(World world, String name) {
        return world.chats().stream().filter(chat -> !chat.isPrivate() && name.equals("@" + chat.title())).findFirst();
    }

    private static OptionalInt thread(Chat chat, Parameters parameters) {
        long thread = parameters.number("message_thread_id").orElse(0);
        if (thread == 0) {
            return OptionalInt.empty();
        }
        boolean open = chat.topicState((int) thread).orElseThrow(() -> Refusal.badRequest(Texts.THREAD_NOT_FOUND));
        if (!open && !chat.botStanding().rights().contains("can_manage_topics")) {
            throw Refusal.badRequest("TOPIC_CLOSED");
        }
        return OptionalInt.of((int) thread);
    }

    private static Optional<Posted> reply(Chat chat, JsonNode to) {
        if (!to.has("message_id")) {
            return Optional.empty();
        }
        Optional<Posted> target = chat.message(to.path("message_id").asLong()).filter(message -> !message.isDeleted());
        if (target.isEmpty() && !to.path("allow_sending_without_reply").asBoolean()) {
            throw Refusal.badRequest(Texts.REPLY_NOT_FOUND);
        }
        return target;
    }

    private static String words(String right) {
        return switch (right) {
            case "can_send_messages" -> "text messages";
            case "can_send_audios" -> "music";
            case "can_send_other_messages" -> "animations";
            default -> right.substring("can_send_".length()).replace('_', ' ');
        };
    }

    Posted post(ObjectNode content, JsonNode markup) {
        replyTo.ifPresent(target -> content.set("reply_to_message", target.quoted()));
        return chat.post(content, markup, World.bot(), thread);
    }
}
