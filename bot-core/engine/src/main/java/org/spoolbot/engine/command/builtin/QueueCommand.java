package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Progress;
import org.spoolbot.api.plugin.PluginContext;
import java.util.ArrayList;
import java.util.List;

/** {@code /queue}: the member's unfinished clips with place and time. */
final class QueueCommand {
    private static final int MOST = 20;
    private static final int MOST_BUTTONS = 5;

    private final PluginContext server;

    QueueCommand(PluginContext server) {
        this.server = server;
    }

    void register() {
        server.commands().register(CommandSpec.of("queue", "command.queue", List.of()), this::handle);
    }

    private void handle(CommandContext context) {
        Turn turn = Turn.of(context);
        List<JobSnapshot> jobs = server.jobs().unfinished(turn.sender(), false, MOST);
        if (jobs.isEmpty()) {
            turn.say("command.queue.empty");
            return;
        }
        List<Control> buttons = jobs.stream()
                .limit(MOST_BUTTONS)
                .<Control>map(job -> Control.Button.of(
                        "v1:cancel:" + job.id(), turn.text("command.queue.cancel", job.id().value())))
                .toList();
        turn.send(Message.of(list(server.jobs(), jobs, turn)).withControls(buttons));
    }

    /** The jobs, one line each, with what is known of their progress. */
    static String list(JobService jobs, List<JobSnapshot> found, Turn turn) {
        List<String> lines = new ArrayList<>(List.of(turn.text("command.queue.title", found.size())));
        for (JobSnapshot job : found) {
            String progress = jobs.progress(job.id(), turn.sender()).map(known -> tail(known, turn)).orElse("");
            lines.add(JobCard.line(job, turn) + progress);
        }
        return String.join("\n", lines);
    }

    private static String tail(Progress progress, Turn turn) {
        StringBuilder tail = new StringBuilder();
        progress.position().ifPresent(place -> tail.append(" · ").append(turn.text("command.queue.place", place)));
        progress.fraction()
                .ifPresent(part -> tail.append(" · ").append(turn.text("command.queue.percent", Math.round(part * 100))));
        progress.eta().ifPresent(eta -> tail.append(" · ").append(eta));
        return tail.toString();
    }
}
