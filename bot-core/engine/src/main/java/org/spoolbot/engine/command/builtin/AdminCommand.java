package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.plugin.PluginContext;
import java.util.List;

/** {@code /admin}: the tree of what needs a right; each branch is a class of its own. */
final class AdminCommand {
    private final PluginContext server;
    private final AdminQuota quota;
    private final AdminJobs jobs;

    AdminCommand(PluginContext server, HouseRules rules) {
        this.server = server;
        this.quota = new AdminQuota(server, rules);
        this.jobs = new AdminJobs(server);
    }

    void register() {
        CommandSpec spec = CommandSpec.group("admin", "command.admin", List.of(AdminQuota.spec(), AdminJobs.spec()));
        server.commands().register(spec, this::handle);
    }

    private void handle(CommandContext context) throws CommandException {
        if (context.path().get(1).equals("quota")) {
            quota.handle(context);
            return;
        }
        jobs.handle(context);
    }
}
