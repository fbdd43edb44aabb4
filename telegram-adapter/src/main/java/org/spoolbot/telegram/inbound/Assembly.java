package org.spoolbot.telegram.inbound;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.telegram.connection.BotApi;
import org.spoolbot.telegram.connection.BotHttp;
import org.spoolbot.telegram.connection.UpdateHandler;
import org.spoolbot.telegram.outbound.Postbox;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Puts the parts of this package together. */
public final class Assembly {
    private final UpdateHandler inlet;
    private final Questions questions;
    private final HiddenParts hidden;

    /** For one server and one bot. */
    public Assembly(Surroundings around, Postbox postbox, Supplier<User> bot, Settings settings) {
        PluginContext context = around.context();
        TelegramClient telegram = around.http().client();
        Translator texts = context.translator();
        Standings standings = new Standings(telegram, around.clock());
        Origins origins = new Origins(standings, around.clock());
        Groups groups = new Groups(settings.allowedChats(), postbox.chats());
        Counter counter = new Counter(around.inbox(), postbox.outbox(), texts);
        this.questions = new Questions(context.store(), around.clock());
        Interviewer interviewer = new Interviewer(questions, postbox.outbox(), postbox.changes(), counter, texts);
        FileDesk.Limits limits = new FileDesk.Limits(settings.mostDownload(), settings.localFiles());
        FileDesk files = new FileDesk(around.api(), telegram, around.http().http(), limits, texts, around.log());
        Supplier<Self> self = () -> new Self(bot.get().getId(), bot.get().getUserName(), Boolean.TRUE.equals(bot.get().getCanReadAllGroupMessages()));
        MessageDesk.Parts parts =
                new MessageDesk.Parts(around.inbox(), self, origins, files, interviewer, counter, groups);
        this.hidden = new HiddenParts(self, standings, counter, context.store(), around.clock());
        MessageDesk messages = new MessageDesk(parts, hidden, context.scheduler(), around.log());
        PressDesk presses = new PressDesk(
                new PressDesk.Parts(around.inbox(), origins, interviewer, groups), telegram, postbox.menus(), postbox.changes(), texts);
        this.inlet = new Inlet(counter, presses, messages, postbox.chats(), standings, settings.presence(), around.log());
    }

    /** What works on updates. */
    public UpdateHandler inlet() {
        return inlet;
    }

    /** Forgets questions that nobody answered. */
    public void tidy() {
        questions.tidy();
        hidden.tidy();
    }

    /** What all parts need. */
    public record Surroundings(
            PluginContext context, ChatInbox inbox, BotApi api, BotHttp http, InstantSource clock, Logger log) {}

    /**
     * What an operator sets.
     *
     * @param allowedChats ids of the groups that are answered; empty for all
     * @param localFiles where a local Bot API server keeps its files
     * @param mostDownload bytes of the largest file that the Bot API gives out
     * @param presence where the bot cannot send
     */
    public record Settings(Set<String> allowedChats, Optional<Path> localFiles, long mostDownload, Presence presence) {}
}
