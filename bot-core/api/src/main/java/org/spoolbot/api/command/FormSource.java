package org.spoolbot.api.command;

import java.util.Optional;
import org.spoolbot.api.message.Control;

/** Makes the form of an action. */
@FunctionalInterface
public interface FormSource {
    /**
     * The form, with what stands in it at first; empty to send the action without. The member waits for it with a deadline of the
     * platform: it reads a row at most, and answers within a second. Threads as for commands, though beside them.
     */
    Optional<Control.Form> form(FormContext context);
}
