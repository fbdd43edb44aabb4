package org.spoolbot.engine.conversation;

import jakarta.inject.Inject;
import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.conversation.ConversationHandler;
import org.spoolbot.api.conversation.Conversations;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.plugin.Registration;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/** Handlers of conversations in memory, the conversations themselves in the books. */
public final class ConversationTable implements ConversationDirectory {
    private final ConversationBooks books;
    private final InstantSource clock;
    private final ShownMessages shown;
    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

    @Inject
    ConversationTable(ConversationBooks books, InstantSource clock, ShownMessages shown) {
        this.books = books;
        this.clock = clock;
        this.shown = shown;
    }

    @Override
    public Registration add(String pluginId, Translator texts, String kind, ConversationHandler handler) {
        Entry entry = new Entry(pluginId, texts, handler);
        Entry other = entries.putIfAbsent(kind, entry);
        if (other != null) {
            throw new IllegalStateException("the plugin " + other.pluginId() + " already has conversations of kind " + kind);
        }
        return () -> entries.remove(kind, entry);
    }

    @Override
    public Conversations viewFor(String pluginId, Translator texts, UnaryOperator<Registration> register) {
        return new View(pluginId, texts, register);
    }

    /** The handler of a kind, as long as its plugin is enabled. */
    public Optional<Entry> handler(String kind) {
        return Optional.ofNullable(entries.get(kind));
    }

    /** The conversation that an input at that place belongs to. */
    public Optional<Conversation> current(Sender sender, Origin origin) {
        return books.current(sender.member(), origin.destination()).filter(this::isAlive);
    }

    private boolean isAlive(Conversation conversation) {
        return conversation.expiresAt().isAfter(clock.instant());
    }

    /**
     * A registered handler.
     *
     * @param pluginId whose it is
     * @param texts its plugin's texts
     * @param handler the handler
     */
    public record Entry(String pluginId, Translator texts, ConversationHandler handler) {}

    private final class View implements Conversations {
        private final String pluginId;
        private final Translator texts;
        private final UnaryOperator<Registration> register;

        View(String pluginId, Translator texts, UnaryOperator<Registration> register) {
            this.pluginId = pluginId;
            this.texts = texts;
            this.register = register;
        }

        @Override
        public Registration register(String kind, ConversationHandler handler) {
            return register.apply(add(pluginId, texts, kind, handler));
        }

        @Override
        public Conversation open(Sender sender, Origin origin, String kind, String state, Duration lifetime) {
            return books.open(sender.member(), origin.destination(), kind, state, clock.instant().plus(lifetime));
        }

        @Override
        public Optional<Conversation> current(Sender sender, Origin origin) {
            return ConversationTable.this.current(sender, origin);
        }

        @Override
        public Optional<Conversation> find(String id, Sender sender) {
            return books.find(id, sender.member()).filter(ConversationTable.this::isAlive);
        }

        @Override
        public Optional<Conversation> save(Conversation conversation, String state) {
            return books.save(conversation, state);
        }

        @Override
        public void shown(Conversation conversation, MessageRef message) {
            shown.shown(conversation.id(), message);
        }

        @Override
        public boolean close(Conversation conversation) {
            return books.close(conversation.id());
        }
    }
}
