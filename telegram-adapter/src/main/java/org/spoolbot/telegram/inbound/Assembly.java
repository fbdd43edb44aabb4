package org.spoolbot.telegram.inbound;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
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

    /** For one server and one bot. */
    public Assembly(Surroundings around, Postbox postbox, Supplier<User> bot, Settings settings) {
        PluginContext context = around.context();
        TelegramClient telegram = around.http().client();
        Standings standings = new Standings(telegram, around.clock());
        Origins origins = new Origins(standings, around.clock());
        this.questions = new Questions(context.store(), around.clock());
        Interviewer interviewer = new Interviewer(questions, postbox.outbox(), context.translator());
        MessageDesk.Parts parts = new MessageDesk.Parts(
                around.inbox(),
                () -> new Self(bot.get().getId(), bot.get().getUserName()),
                origins,
                new FileDesk(around.api(), telegram, around.http().http(), settings.localFiles()),
                questions,
                interviewer,
                postbox.outbox(),
                context.translator());
        MessageDesk messages = new MessageDesk(parts, context.scheduler(), settings.allowedChats());
        PressDesk presses = new PressDesk(
                around.inbox(), telegram, origins, postbox.menus(), postbox.changes(), interviewer, context.translator());
        this.inlet = new Inlet(around.inbox(), presses, messages, postbox.chats(), standings, around.log());
    }

    /** What works on updates. */
    public UpdateHandler inlet() {
        return inlet;
    }

    /** Forgets questions that nobody answered. */
    public void tidy() {
        questions.tidy();
    }

    /** What all parts need. */
    public record Surroundings(
            PluginContext context, ChatInbox inbox, BotApi api, BotHttp http, InstantSource clock, Logger log) {}

    /**
     * What an operator sets.
     *
     * @param allowedChats ids of the groups that are answered; empty for all
     * @param localFiles where a local Bot API server keeps its files
     */
    public record Settings(Set<String> allowedChats, Optional<Path> localFiles) {}
}
