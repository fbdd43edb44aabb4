package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells the bot what changed around it. */
final class Changes {
    private Changes() {}

    /** The bot's own standing. A private chat is "kicked" while it is blocked (docs: Update.my_chat_member). */
    static void bot(World world, Chat chat, ObjectNode by, Standing before, Standing after) {
        ObjectNode change = change(world, chat, by);
        change.set("old_chat_member", before.json(World.bot()));
        change.set("new_chat_member", after.json(World.bot()));
        world.updates().publish("my_chat_member", change);
    }

    /** Somebody else's standing: only for bots that administer the chat and asked for it (docs: Update.chat_member). */
    static void member(World world, Chat chat, ObjectNode by, long who, Standing before, Standing after) {
        if (!chat.botStanding().isAdmin()) {
            return;
        }
        ObjectNode change = change(world, chat, by);
        change.set("old_chat_member", before.json(world.user(who)));
        change.set("new_chat_member", after.json(world.user(who)));
        world.updates().publish("chat_member", change);
    }

    private static ObjectNode change(World world, Chat chat, ObjectNode by) {
        ObjectNode change = Json.object().put("date", world.now());
        change.set("chat", chat.json());
        change.set("from", by);
        return change;
    }
}
