package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.job.JobService.Outcome;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.plugin.PluginContext;
import java.util.List;

/** {@code /show}: one job with its receipt and clip; and the buttons Info and Resend. */
final class ShowCommand {
    private final PluginContext server;
    private final JobCard card;

    ShowCommand(PluginContext server, HouseRules rules) {
        this.server = server;
        this.card = new JobCard(server, rules);
    }

    void register() {
        OptionSpec job = OptionSpec.named("job", "command.option.job", OptionSpec.Type.JOB)
                .as(OptionSpec.Presence.REQUIRED);
        server.commands().register(CommandSpec.of("show", "command.show", List.of(job)), this::handle);
        server.commands().onAction("info", this::info);
        server.commands().onAction("resend", this::resend);
    }

    private void handle(CommandContext context) throws CommandException {
        show(Turn.of(context), context.option("job").orElse(""), true);
    }

    private void info(ActionContext context) throws CommandException {
        show(Turn.of(context), JobLookup.parse(context.arguments()).value(), false);
    }

    private void show(Turn turn, String id, boolean withClip) throws CommandException {
        JobSnapshot job = JobLookup.find(server.jobs(), id, turn.sender());
        boolean sent = turn.send(card.draw(job, turn, withClip)).isSent();
        if (!sent && withClip) {
            turn.send(card.draw(job, turn, false));
        }
    }

    private void resend(ActionContext context) throws CommandException {
        Turn turn = Turn.of(context);
        Outcome outcome = server.jobs()
                .resend(JobLookup.parse(context.arguments()), turn.sender(), turn.origin().destination());
        turn.say(outcome.sentence());
    }
}
