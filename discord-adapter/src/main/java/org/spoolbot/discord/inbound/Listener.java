package org.spoolbot.discord.inbound;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.components.ComponentInteraction;
import net.dv8tion.jda.api.modals.Modal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.discord.outbound.Address;
import org.spoolbot.discord.render.CommandRenderer;
import org.spoolbot.discord.render.FormRenderer;

/** Hears what people do on Discord. Every interaction is acknowledged from memory, before anything is done about it. */
public final class Listener extends ListenerAdapter {
    static final String PRESS_AGAIN = "discord.press-again";

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final Duration FORM_DEADLINE = Duration.ofMillis(1_500);

    private final ChatInbox inbox;
    private final Seen seen = new Seen();
    private final Questions questions;
    private final CommandRenderer commands;
    private final FormRenderer forms;
    private final FormDesk formDesk;
    private final Reply reply;
    private final HandOver handOver;
    private final CdnFiles files;
    private final MessageEar messages;

    /** Hands over to that server. */
    public Listener(
            Server server,
            CommandRenderer commands,
            FormRenderer forms,
            HookBook hooks,
            Acknowledger acknowledger,
            CdnFiles files) {
        this.inbox = server.inbox();
        this.questions = new Questions(server.inbox(), server.clock());
        this.commands = commands;
        this.forms = forms;
        this.formDesk = new FormDesk(server.inbox(), server.executor(), FORM_DEADLINE);
        this.handOver = new HandOver(server.inbox(), hooks, server.texts());
        this.reply = new Reply(acknowledger, hooks, handOver);
        this.files = files;
        this.messages = new MessageEar(handOver, files);
        // What is not told to us is not asked for: the pictures of a message that somebody replies to come, or they do not.
        Message.suppressContentIntentWarning();
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        if (!seen.first(event.getIdLong())) {
            return;
        }
        Optional<Modal> form = event.getOptions().isEmpty() ? form(event) : Optional.empty();
        if (form.isPresent()) {
            reply.form(event, event.replyModal(form.get()));
        } else if (reply.thinking(event)) {
            handOver.interaction(event, () -> {
                Answers answers = Answers.of(event, files);
                List<String> path = List.of(event.getFullCommandName().split(" "));
                return new Inbound.Invocation(Origins.of(event), path, answers.options(), answers.attachments());
            });
        }
        questions.refresh();
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        Typing typing = Typing.of(event);
        List<Command.Choice> choices = typing.choices(inbox.complete(Origins.of(event), typing.line()));
        // Whoever goes on typing has a newer question by now; a refused answer is nobody's loss.
        event.replyChoices(choices).queue(_ -> {}, fault -> LOG.debug("suggestions came too late: {}", fault.getMessage()));
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        if (!seen.first(event.getIdLong()) || !reply.thinking(event)) {
            return;
        }
        Optional<ChatInbox.MessageAction> action = commands.messageAction(event.getName());
        if (action.isEmpty()) {
            handOver.tell(event, "command.action-unknown");
            return;
        }
        handOver.interaction(event, () -> {
            Origin origin = Origins.of(event);
            Message target = event.getTarget();
            String id = Address.of(origin.destination(), target.getId()).id();
            return new Inbound.Pointing(origin, action.get().action(), id, files.of(target.getAttachments()));
        });
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        if (!seen.first(event.getIdLong())) {
            return;
        }
        String action = event.getComponentId();
        switch (formDesk.ask(Origins.of(event), action)) {
            case FormDesk.Open open -> reply.form(event, event.replyModal(forms.ofControl(action, open.form())));
            case FormDesk.Press _ -> press(event, Map.of());
            case FormDesk.Unknown _ -> {
                if (reply.thinking(event)) {
                    handOver.tell(event, PRESS_AGAIN);
                }
            }
        }
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        if (seen.first(event.getIdLong())) {
            press(event, Map.of(event.getComponentId(), event.getValues()));
        }
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        if (!seen.first(event.getIdLong())) {
            return;
        }
        if (event.getModalId().startsWith(FormRenderer.COMMAND)) {
            if (reply.thinking(event)) {
                handOver.interaction(event, () -> invocation(event));
            }
            return;
        }
        if (reply.onMessage(event, event.getMessage())) {
            handOver.interaction(event, () -> filledIn(event));
        }
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        if (MessageEar.speaksToBot(event.getMessage()) && seen.first(event.getMessageIdLong())) {
            messages.heard(event.getMessage());
        }
    }

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        LOG.info("The bot was added to the Discord server {}.", event.getGuild().getId());
    }

    @Override
    public void onGuildLeave(GuildLeaveEvent event) {
        LOG.info("The bot was removed from the Discord server {}.", event.getGuild().getId());
    }

    private void press(ComponentInteraction event, Map<String, List<String>> values) {
        if (!reply.onMessage(event, event.getMessage())) {
            return;
        }
        handOver.interaction(event, () -> {
            Origin origin = Origins.of(event);
            String message = Address.of(origin.destination(), event.getMessageId()).id();
            return new Inbound.Action(origin, message, event.getComponentId(), values);
        });
    }

    private Inbound invocation(ModalInteractionEvent event) {
        Answers answers = Answers.of(event.getValues(), files);
        List<String> path = List.of(event.getModalId().substring(FormRenderer.COMMAND.length()).split(" "));
        return new Inbound.Invocation(Origins.of(event), path, answers.options(), Map.of(), answers.uploads());
    }

    private Inbound filledIn(ModalInteractionEvent event) {
        Answers answers = Answers.of(event.getValues(), files);
        Origin origin = Origins.of(event);
        String message = Pressed.messageOf(event)
                .map(id -> Address.of(origin.destination(), id).id())
                .orElse("");
        return new Inbound.Action(origin, message, event.getModalId(), answers.values(), answers.uploads());
    }

    /** The form of a command that was called with nothing. If it cannot be made, the command is simply called. */
    private Optional<Modal> form(SlashCommandInteractionEvent event) {
        Optional<CommandSpec> asking = questions.of(event.getFullCommandName());
        if (asking.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = Origins.of(event);
        Locale language = Locale.forLanguageTag(event.getUserLocale().getLocale());
        try {
            return Optional.of(forms.ofCommand(
                    asking.get(), language, (option, _) -> Typing.values(inbox, origin, asking.get(), option)));
        } catch (RuntimeException fault) {
            LOG.error("the form of /{} could not be made", asking.get().name(), fault);
            return Optional.empty();
        }
    }
}
