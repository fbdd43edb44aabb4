package org.spoolbot.engine.command;

import org.spoolbot.api.command.FormContext;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.platform.Origin;
import java.util.List;

/** One wish for the form of a control. */
record FormWish(Speaker speaker, List<String> arguments) implements FormContext {
    @Override
    public Sender sender() {
        return speaker.sender();
    }

    @Override
    public Origin origin() {
        return speaker.origin();
    }

    @Override
    public String text(Phrase phrase) {
        return speaker.text(phrase);
    }
}
