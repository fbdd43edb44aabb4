package org.spoolbot.discord.inbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.spoolbot.discord.render.Layout;

/**
 * The hooks of interactions that were acknowledged, for as long as Discord takes anything through them: 15 minutes from the interaction's
 * own time, of which the last half minute is left alone. Messages are named by Discord's own id. Bounded: the oldest go first.
 * Thread-safe.
 */
public final class HookBook {
    static final Duration LIFE = Duration.ofMinutes(15).minusSeconds(30);
    static final int MOST = 10_000;

    private final SequencedMap<String, Entry> interactions = new LinkedHashMap<>();
    private final SequencedMap<String, Entry> messages = new LinkedHashMap<>();
    private final InstantSource clock;

    /** An empty book. */
    public HookBook(InstantSource clock) {
        this.clock = clock;
    }

    /** The hook of an interaction, if it can still be used. */
    public synchronized Optional<LiveHook> ofInteraction(String interactionId) {
        return Optional.ofNullable(interactions.get(interactionId)).filter(this::alive).map(entry -> entry.hook);
    }

    /** Says true once, if the interaction was acknowledged with "thinking…" and nothing stands there yet. */
    public synchronized boolean takeOriginal(String interactionId) {
        Entry entry = interactions.get(interactionId);
        if (entry == null || !entry.thinking || !alive(entry)) {
            return false;
        }
        entry.thinking = false;
        return true;
    }

    /** The hook through which that message can be edited, under the id that {@link LiveHook#target} tells. */
    public synchronized Optional<LiveHook> ofMessage(String messageId) {
        return Optional.ofNullable(messages.get(messageId)).filter(this::alive).map(entry -> entry.hook);
    }

    /** Remembers an ephemeral message that was sent through a hook. If it was pressed meanwhile, the younger hook stays. */
    public synchronized void answered(String messageId, LiveHook hook) {
        Entry known = messages.get(messageId);
        if (known == null || known.writtenAt.isBefore(hook.writtenAt())) {
            keep(messages, messageId, new Entry(hook, false));
        }
    }

    /** Remembers an interaction that was acknowledged with "thinking…". */
    synchronized void deferred(LiveHook hook) {
        keep(interactions, hook.hook().getInteraction().getId(), new Entry(hook, true));
    }

    /** Remembers an interaction on a message that was acknowledged silently. */
    synchronized void pressed(String messageId, LiveHook hook) {
        Entry entry = new Entry(hook, false);
        keep(interactions, hook.hook().getInteraction().getId(), entry);
        keep(messages, messageId, entry);
    }

    private void keep(SequencedMap<String, Entry> book, String key, Entry entry) {
        book.remove(key);
        book.putLast(key, entry);
        while (!book.isEmpty() && (book.size() > MOST || !alive(book.firstEntry().getValue()))) {
            book.pollFirstEntry();
        }
    }

    private boolean alive(Entry entry) {
        return clock.instant().isBefore(entry.writtenAt.plus(LIFE));
    }

    /**
     * A way to answer in a chat for a quarter of an hour.
     *
     * @param hook the way
     * @param ephemeral whether what stands there is for the asker alone
     * @param layout how the message is laid out that the hook stands for; it cannot be changed by an edit
     */
    public record LiveHook(InteractionHook hook, boolean ephemeral, Layout layout) {
        /** The id under which the hook edits that message. */
        public String target(String messageId) {
            return Pressed.messageOf(hook.getInteraction()).filter(messageId::equals).isPresent() ? "@original" : messageId;
        }

        Instant writtenAt() {
            Interaction interaction = hook.getInteraction();
            return interaction.getTimeCreated().toInstant();
        }
    }

    private static final class Entry {
        private final LiveHook hook;
        private final Instant writtenAt;
        private boolean thinking;

        private Entry(LiveHook hook, boolean thinking) {
            this.hook = hook;
            this.writtenAt = hook.writtenAt();
            this.thinking = thinking;
        }
    }
}
