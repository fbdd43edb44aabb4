package org.spoolbot.engine.command.builtin;

import java.util.List;
import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.engine.command.builtin.ChatRules.Listing;

/** {@code /admin}: the tree of what needs a right; each branch is a class of its own. */
final class AdminCommand {
    private final PluginContext server;
    private final AdminQuota quota;
    private final AdminJobs jobs;
    private final AdminProviders providers;
    private final AdminChat chat;
    private final AdminLists channels;
    private final AdminLists roles;

    AdminCommand(PluginContext server, HouseRules rules, OperatorDesks desks, ChatRules chats) {
        this.server = server;
        this.quota = new AdminQuota(server, rules);
        this.jobs = new AdminJobs(server, rules, desks.tales());
        this.providers = new AdminProviders(server, desks.gateways(), rules);
        this.chat = new AdminChat(chats, rules);
        this.channels = new AdminLists(chats, rules, Listing.CHANNELS);
        this.roles = new AdminLists(chats, rules, Listing.ROLES);
    }

    void register() {
        List<CommandSpec> branches = List.of(
                AdminQuota.spec(),
                AdminJobs.spec(),
                AdminProviders.spec(),
                AdminChat.spec(),
                AdminLists.spec(Listing.CHANNELS),
                AdminLists.spec(Listing.ROLES));
        server.commands().register(CommandSpec.group("admin", "command.admin", branches), this::handle);
        providers.register();
        quota.register();
    }

    private void handle(CommandContext context) throws CommandException {
        switch (context.path().get(1)) {
            case "quota" -> quota.handle(context);
            case "providers" -> providers.handle(context);
            case "chat" -> chat.handle(context);
            case "channels" -> channels.handle(context);
            case "roles" -> roles.handle(context);
            default -> jobs.handle(context);
        }
    }
}
