package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** An account in a guild. Guarded by the world's lock. */
final class Member {
    private final User user;
    private final Instant joined;
    private final Set<String> roles = new LinkedHashSet<>();

    Member(User user, Instant joined) {
        this.user = user;
        this.joined = joined;
    }

    User user() {
        return user;
    }

    Set<String> roles() {
        return roles;
    }

    /** The member object, https://discord.com/developers/docs/resources/guild#guild-member-object. */
    ObjectNode json() {
        ObjectNode json = partial();
        json.set("user", user.json());
        return json;
    }

    /** Without the user, as in MESSAGE_CREATE, which has it as the author already. */
    ObjectNode partial() {
        ObjectNode json = Json.object().put("joined_at", joined.toString()).put("deaf", false).put("mute", false);
        json.put("flags", 0).put("pending", false);
        json.putNull("nick").putNull("avatar").putNull("banner").putNull("premium_since").putNull("communication_disabled_until");
        roles.forEach(json.putArray("roles")::add);
        return json;
    }
}
