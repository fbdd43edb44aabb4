package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A stored message; an ephemeral one is for one account only. Its JSON is guarded by the world's lock. */
record Post(Channel channel, User author, Optional<String> onlyFor, ObjectNode json) {
    String id() {
        return json.path("id").asText();
    }

    Message look() {
        return new Message(json.deepCopy());
    }

    boolean ephemeral() {
        return onlyFor.isPresent();
    }
}
