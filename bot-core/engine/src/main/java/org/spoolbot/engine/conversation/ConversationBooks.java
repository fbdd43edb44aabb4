package org.spoolbot.engine.conversation;

import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The port to stored conversations. Methods block; changes are durable when they return. */
public interface ConversationBooks {
    /** Opens one and ends the one that was open there. */
    Conversation open(MemberId member, Destination destination, String kind, String state, Instant expiresAt);

    /** The open one of that member in that platform, channel and thread. */
    Optional<Conversation> current(MemberId member, Destination destination);

    /** The open one of that id and member. */
    Optional<Conversation> find(String id, MemberId member);

    /** Compare-and-set by version. */
    Optional<Conversation> save(Conversation conversation, String state);

    /** Ends it, by id; says whether it was open. */
    boolean close(String id);

    /** Removes and returns those that ran out, at most {@code limit}. */
    List<Expired> expire(Instant now, int limit);

    /** The number of bytes below which a state is stored. */
    int MAX_STATE_BYTES = 64 * 1024;

    /** A conversation that ran out. */
    record Expired(Conversation conversation, MemberId member, Destination destination) {}
}
