package org.spoolbot.api.platform;

import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.Suggestion;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.message.Control;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The engine's ear. Thread-safe. */
public interface ChatInbox {
    /**
     * Takes something in and returns at once; it is worked on later, in order per person and channel, on a virtual thread.
     *
     * @return whether it was taken; {@code BUSY} means the queue is full and the platform should say so
     */
    default Reception accept(Inbound inbound) {
        return accept(inbound, () -> {});
    }

    /**
     * The same for a platform that keeps what it hands over until it was worked on, so that a crash loses nothing.
     *
     * @param worked run once, on a virtual thread, when it was worked on, whatever came of it; never if it was not taken, nor if the server
     *     stopped before
     */
    Reception accept(Inbound inbound, Runnable worked);

    /** All commands, for menus that a platform shows before anybody speaks; sorted by name. Answers from memory. */
    List<MenuEntry> menu();

    /** What can be done with any message, sorted by action. Answers from memory. */
    List<MessageAction> messageActions();

    /**
     * The form that is filled in before a control's action is sent; empty if it is sent at once. For platforms that are handed a press
     * without the message that the control stands under. Blocks for a few rows of the database at most.
     */
    Optional<Control.Form> form(Origin origin, String actionId);

    /** The languages there are texts in, English first. */
    List<Locale> languages();

    /** The name that goes with a description key in a language; empty if it has no name of its own there. */
    Optional<String> localName(Locale language, String descriptionKey);

    /** The commands that person may see, with everything about them. */
    List<CommandSpec> commands(Origin origin);

    /** The text of a description key in a language; for rendering command specs. */
    String describe(Locale language, String key);

    /** At most 25 ways to go on with a typed line. Answers from memory. */
    List<Suggestion> complete(Origin origin, String line);

    /**
     * Whether {@link #complete} has values of its own for an option of a command or of one of its parts, so that a platform that must know
     * beforehand asks for them. Default: for none. Answers from memory.
     */
    default boolean offersValues(String command, String option) {
        return false;
    }

    /** Whether something was taken in. */
    enum Reception {
        ACCEPTED,
        BUSY
    }

    /**
     * A command of a menu.
     *
     * @param spec the command, with all its parts
     * @param from the lowest standing with which one may call at least a part of it; empty if only owners may
     */
    record MenuEntry(CommandSpec spec, Optional<Standing> from) {}

    /**
     * Something that can be done with any message.
     *
     * @param action what comes back in a {@link Inbound.Pointing}
     * @param labelKey the key of what the menu says
     */
    record MessageAction(String action, String labelKey) {}
}
