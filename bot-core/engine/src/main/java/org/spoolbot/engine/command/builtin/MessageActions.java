package org.spoolbot.engine.command.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.MessageContext;
import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.plugin.PluginContext;

/** What can be done with any message of a chat: its files become references, or it is a clip and gets other words. */
final class MessageActions {
    private final PluginContext server;
    private final Usual usual;
    private final DraftDesk drafts;
    private final RetryCommand remixing;
    private final IntakeDesk intake;

    MessageActions(PluginContext server, Usual usual, DraftDesk drafts, RetryCommand remixing) {
        this.server = server;
        this.usual = usual;
        this.drafts = drafts;
        this.remixing = remixing;
        this.intake = new IntakeDesk(server.media());
    }

    void register() {
        server.commands().onMessage("reference", "command.message.reference", this::reference);
        server.commands().onMessage("remix-message", "command.message.remix", this::remix);
    }

    private void remix(MessageContext context) throws CommandException {
        JobSnapshot job = server.jobs()
                .endedWith(context.message(), context.sender())
                .orElseThrow(() -> new CommandException("command.message.no-clip"));
        remixing.remix(Turn.of(context), job, Optional.empty(), List.of());
    }

    private void reference(MessageContext context) throws CommandException {
        if (context.uploads().isEmpty()) {
            throw new CommandException("command.message.no-files");
        }
        Turn turn = Turn.of(context);
        Optional<Conversation> open = drafts.current(turn);
        if (open.isPresent()) {
            drafts.fill(turn, open.get(), Optional.empty(), context.uploads());
            return;
        }
        begin(turn, context);
    }

    /** A draft of nothing is worth no card: if no file can be taken, only what is wrong with them is said. */
    private void begin(Turn turn, MessageContext context) throws CommandException {
        drafts.admit(turn);
        IntakeDesk.Taken taken =
                intake.take(turn.sender().member(), IntakeDesk.Handed.plain(context.uploads()), Studio.MAX_FILES);
        if (taken.files().isEmpty()) {
            String faults = taken.faults().stream().map(turn::text).collect(Collectors.joining("\n"));
            turn.send(Message.of(faults));
            return;
        }
        List<Phrase> notes = new ArrayList<>(taken.faults());
        Draft draft = new Draft(
                "",
                taken.files(),
                Draft.Use.AUTO,
                Defaults.format(usual.of(turn.sender())),
                OptionalLong.empty(),
                Optional.empty(),
                turn.origin().destination());
        drafts.open(turn, drafts.settled(draft, Set.of(), notes), notes);
    }
}
