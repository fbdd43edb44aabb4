package org.spoolbot.engine.conversation;

import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.engine.memory.RecentlyUsed;
import org.spoolbot.engine.platform.PlatformDirectory;

/** Which message shows each conversation; what showed it before is deleted. Thread-safe; blocks. */
public final class ShownMessages {
    private static final int REMEMBERED = 10_000;

    private final PlatformDirectory platforms;
    private final Map<String, MessageRef> messages = new RecentlyUsed<>(REMEMBERED);

    @Inject
    ShownMessages(PlatformDirectory platforms) {
        this.platforms = platforms;
    }

    void shown(String conversation, MessageRef message) {
        MessageRef before = put(conversation, message);
        if (before != null && !before.equals(message)) {
            delete(before);
        }
    }

    private synchronized @Nullable MessageRef put(String conversation, MessageRef message) {
        return messages.put(conversation, message);
    }

    /** One that is gone already does no harm, and one that cannot be deleted has the buttons of its conversation. */
    private void delete(MessageRef message) {
        platforms.find(message.platform())
                .filter(platform -> !platform.isWhispered(message))
                .ifPresent(platform -> platform.delete(message));
    }
}
