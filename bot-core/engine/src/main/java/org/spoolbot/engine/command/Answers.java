package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.Origin;
import java.util.List;
import java.util.stream.Collectors;

/** Says sentences to an asker alone, one per line. */
record Answers(ReplyDesk replies, Translator texts) {
    @Inject
    Answers {}

    /** In the words of the server. */
    void say(Sender sender, Origin origin, List<Phrase> sentences) {
        say(sender, origin, sentences, texts);
    }

    /** In the words of a plugin. */
    void say(Sender sender, Origin origin, List<Phrase> sentences, Translator words) {
        String text = sentences.stream()
                .map(sentence -> words.text(sender.language(), sentence))
                .collect(Collectors.joining("\n"));
        replies.send(sender.account(), origin.destination(), Message.of(text).forAskerOnly());
    }
}
