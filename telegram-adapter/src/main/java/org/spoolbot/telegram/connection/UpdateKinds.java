package org.spoolbot.telegram.connection;

import java.util.List;

/** The kinds of updates that are asked for. Named, because Telegram keeps the last choice of whoever asked. */
final class UpdateKinds {
    static final List<String> ALL = List.of("message", "callback_query", "my_chat_member");

    private UpdateKinds() {}
}
