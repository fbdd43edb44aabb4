package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.plugin.PluginContext;
import java.util.List;
import java.util.Optional;

/** {@code /cancel}: withdraws a clip; without a name the draft, or the only clip there is. */
final class CancelCommand {
    private static final int MOST = 10;

    private final PluginContext server;

    CancelCommand(PluginContext server) {
        this.server = server;
    }

    void register() {
        OptionSpec job = OptionSpec.named("job", "command.option.job", OptionSpec.Type.JOB)
                .as(OptionSpec.Presence.POSITIONAL);
        server.commands().register(CommandSpec.of("cancel", "command.cancel", List.of(job)), this::handle);
        server.commands().onAction("cancel", this::press);
    }

    private void handle(CommandContext context) throws CommandException {
        Turn turn = Turn.of(context);
        Optional<String> named = context.option("job");
        if (named.isPresent()) {
            cancel(turn, JobLookup.parse(named.get()));
            return;
        }
        Optional<Conversation> draft = server.conversations().current(turn.sender(), turn.origin());
        if (draft.isPresent() && server.conversations().close(draft.get())) {
            turn.say("command.card.cancelled");
            return;
        }
        cancelOnly(turn);
    }

    private void cancelOnly(Turn turn) {
        List<JobSnapshot> jobs = server.jobs().unfinished(turn.sender(), false, MOST);
        if (jobs.isEmpty()) {
            turn.say("command.cancel.nothing");
            return;
        }
        if (jobs.size() == 1) {
            cancel(turn, jobs.getFirst().id());
            return;
        }
        List<Control> buttons = jobs.stream()
                .<Control>map(job -> Control.Button.of(
                        "v1:cancel:" + job.id(), turn.text("command.queue.cancel", job.id().value())))
                .toList();
        String text = turn.text("command.cancel.which") + "\n" + QueueCommand.list(server.jobs(), jobs, turn);
        turn.send(Message.of(text).withControls(buttons));
    }

    private void press(ActionContext context) throws CommandException {
        cancel(Turn.of(context), JobLookup.parse(context.arguments()));
    }

    private void cancel(Turn turn, JobId job) {
        turn.say(server.jobs().cancel(job, turn.sender()).sentence());
    }
}
