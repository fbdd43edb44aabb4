package org.spoolbot.engine.conversation;

import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.engine.platform.PlatformDirectory;

/** Which message shows each conversation; what showed it before is deleted. Thread-safe; blocks. */
public final class ShownMessages {
    private static final int REMEMBERED = 10_000;

    private final PlatformDirectory platforms;
    private final Map<String, MessageRef> messages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MessageRef> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Inject
    ShownMessages(PlatformDirectory platforms) {
        this.platforms = platforms;
    }

    void shown(String conversation, MessageRef message) {
        MessageRef before;
        synchronized (this) {
            before = messages.put(conversation, message);
        }
        if (!message.equals(before)) {
            delete(before);
        }
    }

    /** Another conversation took the place of that one. */
    void replaced(String conversation) {
        MessageRef before;
        synchronized (this) {
            before = messages.remove(conversation);
        }
        delete(before);
    }

    /** One that is gone already, or too old to be deleted, does no harm: its buttons are those of the conversation, or of none. */
    private void delete(@Nullable MessageRef message) {
        if (message != null) {
            platforms.find(message.platform())
                    .filter(platform -> !platform.isWhispered(message))
                    .ifPresent(platform -> platform.delete(message));
        }
    }
}
