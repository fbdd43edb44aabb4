package org.spoolbot.api.command;

import java.util.List;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.platform.Origin;

/** One wish for the form of a control. */
public interface FormContext {
    /** Who pressed, as far as they are known in memory. */
    Sender sender();

    /** Where and when. */
    Origin origin();

    /** The parts of the id after {@code v1:<action>:}. */
    List<String> arguments();

    /** The text in the language of the one who pressed. */
    String text(Phrase phrase);

    /** Shorthand for {@link #text(Phrase)}. */
    default String text(String key, Object... arguments) {
        return text(Phrase.of(key, arguments));
    }
}
