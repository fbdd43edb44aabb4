package org.spoolbot.api.platform;

import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.Suggestion;
import java.util.List;
import java.util.Locale;

/** The engine's ear. Thread-safe. */
public interface ChatInbox {
    /**
     * Takes something in and returns at once; it is worked on later, in order per person and channel, on a virtual thread.
     *
     * @return whether it was taken; {@code BUSY} means the queue is full and the platform should say so
     */
    Reception accept(Inbound inbound);

    /** The commands that person may see, with everything about them. */
    List<CommandSpec> commands(Origin origin);

    /** The text of a description key in a language; for rendering command specs. */
    String describe(Locale language, String key);

    /** At most 25 ways to go on with a typed line. Answers from memory. */
    List<Suggestion> complete(Origin origin, String line);

    /** Whether something was taken in. */
    enum Reception {
        ACCEPTED,
        BUSY
    }
}
