package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Senders that are nobody (docs: Message.from and sender_chat). */
final class Faces {
    static final long ANONYMOUS = 1087968824L;
    static final long FORWARDER = 777000L;
    private static final long CHANNEL = -1_003_000_000_001L;

    private Faces() {}

    static ObjectNode anonymousAdmin() {
        return Json.object().put("id", ANONYMOUS).put("is_bot", true).put("first_name", "Group").put("username", "GroupAnonymousBot");
    }

    static ObjectNode channelForwarder() {
        return Json.object().put("id", FORWARDER).put("is_bot", false).put("first_name", "Telegram");
    }

    /** What a faceless message has beside its sender. */
    static void mark(ObjectNode message, Chat chat, long sender) {
        if (sender == ANONYMOUS) {
            message.set("sender_chat", chat.json());
            return;
        }
        message.put("is_automatic_forward", true);
        message.set("sender_chat", Json.object().put("id", CHANNEL).put("type", "channel").put("title", "News"));
    }
}
