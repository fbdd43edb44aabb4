package org.spoolbot.telegram.inbound;

import java.util.Locale;
import java.util.Map;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.telegram.outbound.Outbox;
import org.spoolbot.telegram.shelf.RecentlyUsed;

/** Hands over what was understood. While the server has no room, each chat hears of it once. Thread-safe. */
final class Counter {
    private static final int REMEMBERED = 1_000;

    private final ChatInbox inbox;
    private final Outbox outbox;
    private final Translator texts;
    private final Map<String, Boolean> told = new RecentlyUsed<>(REMEMBERED);

    Counter(ChatInbox inbox, Outbox outbox, Translator texts) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.texts = texts;
    }

    /** Whether the server took it; if not, it is to be handed over again. */
    boolean isTaken(Inbound inbound, Runnable done) {
        Destination place = inbound.origin().destination();
        if (inbox.accept(inbound, done) == ChatInbox.Reception.ACCEPTED) {
            forget(place.channel());
            return true;
        }
        if (isNews(place.channel())) {
            say(inbound.origin(), place, "telegram.busy");
        }
        return false;
    }

    /** Says something of the adapter's own, in the language of whom it is said to. */
    void say(Origin origin, Destination place, String key) {
        outbox.send(place, Message.of(texts.text(origin.language().orElse(Locale.ENGLISH), key)));
    }

    private synchronized boolean isNews(String chat) {
        return told.put(chat, true) == null;
    }

    private synchronized void forget(String chat) {
        told.remove(chat);
    }
}
