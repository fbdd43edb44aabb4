package org.spoolbot.engine.command.builtin;

import java.util.List;
import java.util.Optional;
import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.message.Control.Button;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.plugin.PluginContext;

/** The button Delete: asks once, because what was paid for is not had back, and deletes on the second press. */
final class DeleteButton {
    private static final String ACTION = "delete";

    private final PluginContext server;

    DeleteButton(PluginContext server) {
        this.server = server;
    }

    void register() {
        server.commands().onAction(ACTION, this::press);
    }

    private void press(ActionContext context) throws CommandException {
        List<String> arguments = context.arguments();
        JobId job = JobLookup.parse(arguments);
        switch (arguments.size() == 1 ? "" : arguments.get(1)) {
            case "" -> ask(Turn.of(context), job);
            case "sure" -> Turn.replacing(context).say(server.jobs().delete(job, context.sender()).sentence());
            case "keep" -> Turn.replacing(context).say("command.delete.kept");
            default -> throw new CommandException("command.action-unknown");
        }
    }

    private void ask(Turn turn, JobId job) {
        Optional<Phrase> hindrance = server.jobs().hinderedFromDeleting(job, turn.sender());
        if (hindrance.isPresent()) {
            turn.say(hindrance.get());
            return;
        }
        String id = "v1:" + ACTION + ":" + job;
        turn.send(Message.of(turn.text("command.delete.ask", job.value()))
                .withControls(List.of(
                        Button.danger(id + ":sure", turn.text("command.delete.sure")),
                        Button.of(id + ":keep", turn.text("command.delete.keep")))));
    }
}
