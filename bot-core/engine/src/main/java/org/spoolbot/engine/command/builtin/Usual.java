package org.spoolbot.engine.command.builtin;

import java.util.HashMap;
import java.util.Map;
import org.spoolbot.api.identity.Sender;

/** What somebody gets who says nothing: their own preference, else the chat's; what neither has is the server's. */
final class Usual {
    private final MemberPreferences preferences;
    private final ChatRules chats;

    Usual(MemberPreferences preferences, ChatRules chats) {
        this.preferences = preferences;
        this.chats = chats;
    }

    Map<String, String> of(Sender sender) {
        Map<String, String> all = new HashMap<>(chats.usual(sender.community()));
        all.putAll(preferences.of(sender.member()));
        return all;
    }
}
