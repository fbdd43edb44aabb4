package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.engine.conversation.ConversationTable;
import org.spoolbot.engine.job.JobBooks;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out one input, and answers with a sentence whatever happens. */
final class InputDesk {
    private static final Logger LOG = LoggerFactory.getLogger(InputDesk.class);

    private final SenderResolver senders;
    private final CommandDesk commands;
    private final CommandTable table;
    private final ConversationTable conversations;
    private final Answers answers;
    private final LateNotice late;
    private final RandomGenerator random;

    @Inject
    InputDesk(
            SenderResolver senders,
            CommandDesk commands,
            CommandTable table,
            ConversationTable conversations,
            Answers answers,
            LateNotice late,
            RandomGenerator random) {
        this.senders = senders;
        this.commands = commands;
        this.table = table;
        this.conversations = conversations;
        this.answers = answers;
        this.late = late;
        this.random = random;
    }

    /** Carries out one input. Never throws for what a member or a plugin does. */
    void handle(Inbound inbound) {
        Origin origin = inbound.origin();
        try {
            Sender sender = senders.seen(origin);
            tellLate(sender, inbound);
            try {
                route(sender, inbound);
            } catch (Complaint complaint) {
                answers.say(sender, origin, complaint.sentences());
            } catch (CommandException refusal) {
                answers.say(sender, origin, List.of(refusal.phrase()), textsFor(inbound, sender));
            }
        } catch (JobBooks.BooksBusyException busy) {
            LOG.warn("an input found the books busy: {}", busy.getMessage());
            answers.say(senders.recalled(origin), origin, List.of(Phrase.of("command.busy")));
        } catch (RuntimeException | StackOverflowError fault) {
            String reference = String.format("%06d", random.nextInt(1_000_000));
            LOG.error("fault {} at {}", reference, describe(inbound), fault);
            answers.say(senders.recalled(origin), origin, List.of(Phrase.of("command.fault-of-ours", reference)));
        }
    }

    private void tellLate(Sender sender, Inbound inbound) {
        if (commandInput(inbound) && late.isDue(inbound.origin())) {
            answers.say(sender, inbound.origin(), List.of(Phrase.of("command.late")));
        }
    }

    private boolean commandInput(Inbound inbound) {
        return switch (inbound) {
            case Inbound.TextInput text -> commandName(text).isPresent();
            case Inbound.Invocation _ -> true;
            case Inbound.Action _ -> false;
            case Inbound.Pointing _ -> true;
        };
    }

    /** What an input is, without anything a member wrote. */
    String describe(Inbound inbound) {
        return switch (inbound) {
            case Inbound.TextInput text -> commandName(text)
                    .map(name -> "command /" + name)
                    .orElse("text");
            case Inbound.Invocation invocation -> "command /" + String.join(" ", invocation.path());
            case Inbound.Action action -> "action " + ActionId.of(action.actionId()).name().orElse("unknown");
            case Inbound.Pointing pointing -> "message action "
                    + table.messageAction(pointing.action()).map(CommandTable.MessageEntry::name).orElse("unknown");
        };
    }

    private void route(Sender sender, Inbound inbound) throws Complaint, CommandException {
        switch (inbound) {
            case Inbound.TextInput text -> text(sender, text);
            case Inbound.Invocation invocation -> commands.invoked(sender, invocation);
            case Inbound.Action action -> action(sender, action);
            case Inbound.Pointing pointing -> pointing(sender, pointing);
        }
    }

    private void text(Sender sender, Inbound.TextInput input) throws Complaint, CommandException {
        String text = input.text().strip();
        if (CommandDesk.isCommand(input.origin(), text)) {
            commands.typed(sender, input);
            return;
        }
        Optional<Conversation> open = conversations.current(sender, input.origin());
        boolean filesForIt = open.isPresent() && text.isEmpty() && !input.uploads().isEmpty();
        if (isAddressed(input) && !filesForIt && commands.answered(sender, input)) {
            return;
        }
        if (open.isPresent()) {
            talk(sender, input, open.get());
            return;
        }
        if (isAddressed(input)) {
            throw new Complaint(input.uploads().isEmpty() ? hint(input) : "command.hint-files");
        }
    }

    private static String hint(Inbound.TextInput input) {
        return input.address().toBot() ? "command.hint-reply" : "command.hint";
    }

    private static boolean isAddressed(Inbound.TextInput input) {
        return input.address().toBot() || input.origin().destination().isPrivate();
    }

    private void talk(Sender sender, Inbound.TextInput input, Conversation open) throws Complaint, CommandException {
        Optional<ConversationTable.Entry> entry = conversations.handler(open.kind());
        if (entry.isEmpty()) {
            throw new Complaint("command.conversation-away");
        }
        Speaker speaker = new Speaker(sender, input.origin(), entry.get().texts());
        List<Upload> uploads = input.uploads();
        String words = input.text().strip();
        entry.get().handler().onInput(new Talk(speaker, open, words, isAddressed(input), uploads, answers.replies()));
    }

    private void action(Sender sender, Inbound.Action action) throws Complaint, CommandException {
        ActionId id = ActionId.of(action.actionId());
        CommandTable.ActionEntry entry =
                id.name().flatMap(table::action).orElseThrow(() -> new Complaint("command.action-unknown"));
        Speaker speaker = new Speaker(sender, action.origin(), entry.texts());
        MessageRef place = place(action.origin(), action.messageId());
        entry.handler()
                .handle(new Press(speaker, place, id.arguments(), action.values(), action.uploads(), answers.replies()));
    }

    private void pointing(Sender sender, Inbound.Pointing pointing) throws Complaint, CommandException {
        CommandTable.MessageEntry entry =
                table.messageAction(pointing.action()).orElseThrow(() -> new Complaint("command.action-unknown"));
        Speaker speaker = new Speaker(sender, pointing.origin(), entry.texts());
        MessageRef place = place(pointing.origin(), pointing.messageId());
        entry.handler().handle(new Pointed(speaker, place, pointing.uploads(), answers.replies()));
    }

    private static MessageRef place(Origin origin, String messageId) {
        return new MessageRef(origin.destination().platform(), origin.destination().channel(), messageId);
    }

    private Optional<String> commandName(Inbound.TextInput input) {
        String text = input.text().strip();
        if (!CommandDesk.isCommand(input.origin(), text)) {
            return Optional.empty();
        }
        String word = Lookup.firstWord(text.startsWith("/") ? text.substring(1) : text);
        int address = word.indexOf('@');
        return table.find(address < 0 ? word : word.substring(0, address)).map(command -> command.spec().name());
    }

    private Translator textsFor(Inbound inbound, Sender sender) {
        Optional<Translator> own = switch (inbound) {
            case Inbound.Action action -> ActionId.of(action.actionId())
                    .name()
                    .flatMap(table::action)
                    .map(CommandTable.ActionEntry::texts);
            case Inbound.Pointing pointing -> table.messageAction(pointing.action()).map(CommandTable.MessageEntry::texts);
            case Inbound.Invocation invocation -> table.find(invocation.path().getFirst()).map(CommandTable.Command::texts);
            case Inbound.TextInput text -> commandName(text)
                    .flatMap(table::find)
                    .map(CommandTable.Command::texts)
                    .or(() -> conversationTexts(sender, text));
        };
        return own.orElse(answers.texts());
    }

    private Optional<Translator> conversationTexts(Sender sender, Inbound.TextInput text) {
        return conversations
                .current(sender, text.origin())
                .flatMap(open -> conversations.handler(open.kind()))
                .map(ConversationTable.Entry::texts);
    }
}
