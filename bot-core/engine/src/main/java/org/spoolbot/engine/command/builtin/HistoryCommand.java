package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.plugin.PluginContext;
import java.util.ArrayList;
import java.util.List;

/** {@code /history}: the member's finished clips, newest first, by pages. */
final class HistoryCommand {
    private static final int PAGE = 10;
    private static final int LAST_OFFSET = 10_000;

    private final PluginContext server;
    private final HouseRules rules;

    HistoryCommand(PluginContext server, HouseRules rules) {
        this.server = server;
        this.rules = rules;
    }

    void register() {
        server.commands().register(CommandSpec.of("history", "command.history", List.of()), this::handle);
        server.commands().onAction("history", this::press);
    }

    private void handle(CommandContext context) {
        show(Turn.of(context), 0);
    }

    private void press(ActionContext context) throws CommandException {
        int offset = context.arguments().stream()
                .findFirst()
                .flatMap(Defaults::number)
                .orElseThrow(() -> new CommandException("command.action-unknown"));
        show(Turn.replacing(context), Math.min(offset, LAST_OFFSET));
    }

    private void show(Turn turn, int offset) {
        List<JobSnapshot> jobs = server.jobs().history(turn.sender(), PAGE + 1, offset);
        if (jobs.isEmpty()) {
            turn.say(offset == 0 ? "command.history.empty" : "command.history.end");
            return;
        }
        List<String> lines = new ArrayList<>(List.of(turn.text("command.history.title")));
        jobs.stream().limit(PAGE).forEach(job -> lines.add(line(job, turn)));
        List<Control> controls = jobs.size() <= PAGE
                ? List.of()
                : List.of(Control.Button.of("v1:history:" + (offset + PAGE), turn.text("command.history.older")));
        turn.send(Message.of(String.join("\n", lines)).withControls(controls));
    }

    private String line(JobSnapshot job, Turn turn) {
        String receipt = turn.text(Wording.receipt(job.receipt(), rules.currency()));
        return JobCard.line(job, turn) + " · " + receipt;
    }
}
