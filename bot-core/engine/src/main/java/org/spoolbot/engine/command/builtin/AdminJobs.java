package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Presence;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobService.Resolution;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.permission.PermissionNode;
import org.spoolbot.api.plugin.PluginContext;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /admin jobs}: everybody's jobs, as far as the admin may see them. */
final class AdminJobs {
    private static final PermissionNode NODE = new PermissionNode("spoolbot.admin.jobs");
    private static final int MOST = 25;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);

    private final PluginContext server;
    private final JobTales tales;
    private final JobCard card;
    private final ZoneId zone;

    AdminJobs(PluginContext server, HouseRules rules, JobTales tales) {
        this.server = server;
        this.tales = tales;
        this.card = new JobCard(server, rules);
        this.zone = rules.zone();
    }

    static CommandSpec spec() {
        OptionSpec job = OptionSpec.named("job", "command.option.job", Type.JOB).as(Presence.REQUIRED);
        OptionSpec verdict = OptionSpec.named("verdict", "command.admin.jobs.option.verdict", Type.TEXT)
                .as(Presence.REQUIRED)
                .choosing(List.of("billed", "not-billed"));
        return CommandSpec.group(
                        "jobs",
                        "command.admin.jobs",
                        List.of(
                                CommandSpec.of("list", "command.admin.jobs.list", List.of()).requiring(NODE),
                                CommandSpec.of("show", "command.admin.jobs.show", List.of(job)).requiring(NODE),
                                CommandSpec.of("cancel", "command.admin.jobs.cancel", List.of(job)).requiring(NODE),
                                CommandSpec.of("resolve", "command.admin.jobs.resolve", List.of(job, verdict))
                                        .requiring(NODE),
                                CommandSpec.of("release", "command.admin.jobs.release", List.of())
                                        .requiring(NODE)))
                .requiring(NODE);
    }

    void handle(CommandContext context) throws CommandException {
        Turn turn = Turn.of(context);
        switch (context.path().getLast()) {
            case "show" -> show(context.option("job").orElse(""), turn);
            case "cancel" -> turn.say(server.jobs().cancel(job(context), turn.sender()).sentence());
            case "resolve" -> resolve(context, turn);
            case "release" -> turn.say(server.jobs().releaseHeld(turn.sender()).sentence());
            default -> list(turn);
        }
    }

    private void show(String id, Turn turn) throws CommandException {
        JobSnapshot job = JobLookup.find(server.jobs(), id, turn.sender());
        List<String> lines = new ArrayList<>(List.of(turn.text("command.admin.jobs.history")));
        tales.of(job.id(), turn.sender()).orElse(List.of()).forEach(event -> lines.add(line(event, turn)));
        turn.send(Message.of(String.join("\n", lines)));
        turn.send(card.draw(job, turn, false));
    }

    private String line(JobTales.Event event, Turn turn) {
        String status = turn.text("command.status." + Wording.kebab(event.status()));
        return Stream.of(CLOCK.format(event.at().atZone(zone)), status, event.fault(), event.note())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private void resolve(CommandContext context, Turn turn) throws CommandException {
        boolean billed = context.option("verdict").orElse("").equals("billed");
        Resolution resolution = billed ? Resolution.BILLED : Resolution.NOT_BILLED;
        turn.say(server.jobs().resolve(job(context), resolution, turn.sender()).sentence());
    }

    private void list(Turn turn) {
        List<JobSnapshot> jobs = server.jobs().unfinished(turn.sender(), true, MOST);
        if (jobs.isEmpty()) {
            turn.say("command.admin.jobs.none");
            return;
        }
        turn.send(Message.of(QueueCommand.list(server.jobs(), jobs, turn)));
    }

    private static JobId job(CommandContext context) throws CommandException {
        return JobLookup.parse(context.option("job").orElse(""));
    }
}
