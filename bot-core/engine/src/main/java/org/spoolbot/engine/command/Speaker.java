package org.spoolbot.engine.command;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.platform.Origin;

/** Who speaks, where, and the texts of the plugin that answers. */
record Speaker(Sender sender, Origin origin, Translator texts) {
    String text(Phrase phrase) {
        return texts.text(sender.language(), phrase);
    }
}
