package org.spoolbot.api.message;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.identity.Account;
import java.util.List;
import java.util.Optional;

/**
 * Something the bot says. Text is plain: platforms escape it, and let nobody be mentioned but {@code mention}.
 *
 * @param text plain text; may be empty if there is a card or an attachment
 * @param card a card below the text
 * @param controls buttons and menus, at most 25
 * @param attachments files, at most 10
 * @param progress how far a job is
 * @param envelope for whom, and how it is recognised
 */
public record Message(
        String text,
        Optional<Card> card,
        List<Control> controls,
        List<Attachment> attachments,
        Optional<Progress> progress,
        Envelope envelope) {
    public Message {
        requireNonNull(text, "text is null");
        requireNonNull(card, "card is null");
        controls = List.copyOf(controls);
        attachments = List.copyOf(attachments);
        requireNonNull(progress, "progress is null");
        requireNonNull(envelope, "envelope is null");
        if (controls.size() > 25 || attachments.size() > 10) {
            throw new IllegalArgumentException("a message has at most 25 controls and 10 attachments");
        }
    }

    /** A message of plain text for everybody there. */
    public static Message of(String text) {
        return new Message(text, Optional.empty(), List.of(), List.of(), Optional.empty(), Envelope.open());
    }

    /** The same with a card. */
    public Message with(Card added) {
        return new Message(text, Optional.of(added), controls, attachments, progress, envelope);
    }

    /** The same with these controls instead. */
    public Message withControls(List<? extends Control> others) {
        return new Message(text, card, List.copyOf(others), attachments, progress, envelope);
    }

    /** The same with these files instead. */
    public Message withAttachments(List<Attachment> others) {
        return new Message(text, card, controls, others, progress, envelope);
    }

    /** The same with progress. */
    public Message with(Progress added) {
        return new Message(text, card, controls, attachments, Optional.of(added), envelope);
    }

    /** The same in another envelope. */
    public Message in(Envelope other) {
        return new Message(text, card, controls, attachments, progress, other);
    }

    /** The same, for the asker alone. */
    public Message forAskerOnly() {
        return in(new Envelope(Audience.ASKER, envelope.mention(), envelope.nonce(), envelope.spoiler()));
    }

    /** The same, for the asker where they asked: what a dialogue says, which others may read if it must be. */
    public Message forAskerHere() {
        return in(new Envelope(Audience.ASKER_HERE, envelope.mention(), envelope.nonce(), envelope.spoiler()));
    }

    /** Who reads a message. */
    public enum Audience {
        /** Everybody in the channel. */
        CHANNEL,
        /** The asker alone: ephemeral, or in the private chat. */
        ASKER,
        /** The asker, in the channel where they asked: ephemeral; open for all to read where a platform cannot whisper. */
        ASKER_HERE
    }

    /**
     * For whom a message is, and how it is recognised.
     *
     * @param audience who reads it
     * @param mention the one account that is notified
     * @param nonce a platform drops a second message with the same nonce where it can; at most 25 characters
     * @param spoiler whether attachments are veiled
     */
    public record Envelope(Audience audience, Optional<Account> mention, Optional<String> nonce, boolean spoiler) {
        public Envelope {
            requireNonNull(audience, "audience is null");
            requireNonNull(mention, "mention is null");
            requireNonNull(nonce, "nonce is null");
        }

        /** For everybody, mentioning nobody. */
        public static Envelope open() {
            return new Envelope(Audience.CHANNEL, Optional.empty(), Optional.empty(), false);
        }
    }
}
