package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.job.JobSnapshot;
import java.util.List;

/** Finds the job that a command or a button names, as far as the asker may see it. */
final class JobLookup {
    private JobLookup() {}

    static JobSnapshot find(JobService jobs, String id, Sender viewer) throws CommandException {
        JobId known = parse(id);
        return jobs.find(known, viewer).orElseThrow(() -> new CommandException("command.job.unknown", id));
    }

    static JobId parse(String id) throws CommandException {
        if (!isId(id)) {
            throw new CommandException("command.action-unknown");
        }
        return new JobId(id);
    }

    static boolean isId(String text) {
        return text.matches("[a-z0-9]{1,20}");
    }

    static JobId parse(List<String> arguments) throws CommandException {
        return parse(arguments.isEmpty() ? "" : arguments.getFirst());
    }
}
