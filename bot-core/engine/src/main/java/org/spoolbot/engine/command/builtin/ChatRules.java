package org.spoolbot.engine.command.builtin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.permission.PermissionNode;
import org.spoolbot.api.platform.Origin;

/** What the admins of communities set from chat. */
public interface ChatRules {
    /** Who may set it. */
    PermissionNode NODE = new PermissionNode("spoolbot.admin.community");

    /**
     * Why that person may not ask for clips there: a sentence that says where it is allowed; empty if they may. Answers from memory. The
     * roles are those of the origin, as the platform says now.
     */
    Optional<Phrase> refusal(Sender sender, Origin origin);

    /** What holds there for who says nothing, by the names of preferences; nothing in private. Answers from memory. */
    Map<String, String> usual(Optional<Community> community);

    /** Everything that was set there, with who and when. Blocks. */
    List<Setting> all(Community community);

    /** Stores choices by the names of preferences; an empty value takes one back. Blocks; false if the server takes no more. */
    boolean choose(Community community, Map<String, String> values, Sender by);

    /** Puts something on a list, in place of its verdict of before. Blocks; false if the list is full. */
    boolean put(Community community, Listing listing, String item, Verdict verdict, Sender by);

    /** Takes something from a list, or everything if there is no item. Blocks; false if nothing was on it. */
    boolean clear(Community community, Listing listing, Optional<String> item, Sender by);

    /** What is listed. */
    enum Listing {
        CHANNELS,
        ROLES
    }

    /** What a list says of an item. As soon as anything is allowed, only that is. */
    enum Verdict {
        ALLOW,
        DENY
    }

    /**
     * Something that was set.
     *
     * @param name the preference's name, or the name of a list in lower case
     * @param item what is on the list, as people there call it; empty for a choice, and for the last change of a list
     * @param value the choice, or the verdict in lower case; empty if it was taken back
     * @param by who set it, by the name last seen
     * @param at when
     */
    record Setting(String name, String item, String value, String by, Instant at) {}
}
