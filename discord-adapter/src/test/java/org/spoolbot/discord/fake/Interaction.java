package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** What somebody did, and what the bot made of it. The looks wait with a deadline for what they show. */
public final class Interaction {
    /** The first answer: its type (https://discord.com/developers/docs/interactions/receiving-and-responding), its data and how long it took from the dispatch. */
    public record Acknowledgement(int type, ObjectNode data, Duration took) {}

    /** Its id. */
    public String id() {
        throw new UnsupportedOperationException();
    }

    /** Its token, good for 15 minutes. */
    public String token() {
        throw new UnsupportedOperationException();
    }

    /** Waits for the first answer. */
    public Acknowledgement acknowledgement() {
        throw new UnsupportedOperationException();
    }

    /** Waits for a form (type 9) and returns its data. */
    public ObjectNode modal() {
        throw new UnsupportedOperationException();
    }

    /** Waits for autocomplete choices (type 8) and returns their names. */
    public List<String> choices() {
        throw new UnsupportedOperationException();
    }

    /** Waits until the original response says something ("thinking" is not something). */
    public Message original() {
        throw new UnsupportedOperationException();
    }

    /** Waits for that many follow-ups and returns all there are. */
    public List<Message> followUps(int atLeast) {
        throw new UnsupportedOperationException();
    }

    /** Whether the original response was deleted. */
    public boolean originalGone() {
        throw new UnsupportedOperationException();
    }
}
