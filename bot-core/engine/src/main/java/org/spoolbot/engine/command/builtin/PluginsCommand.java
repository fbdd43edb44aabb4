package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.permission.PermissionNode;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.plugin.PluginDirectory;
import java.util.ArrayList;
import java.util.List;

/** {@code /plugins}: which plugins there are and whether they work. */
final class PluginsCommand {
    private static final PermissionNode NODE = new PermissionNode("spoolbot.plugins");

    private final PluginContext server;

    PluginsCommand(PluginContext server) {
        this.server = server;
    }

    void register() {
        CommandSpec list = CommandSpec.of("list", "command.plugins.list", List.of()).requiring(NODE);
        CommandSpec spec = CommandSpec.group("plugins", "command.plugins", List.of(list)).requiring(NODE);
        server.commands().register(spec, this::handle);
    }

    private void handle(CommandContext context) {
        Turn turn = Turn.of(context);
        List<PluginDirectory.Entry> plugins = server.plugins().plugins();
        List<String> lines = new ArrayList<>(List.of(turn.text("command.plugins.title", plugins.size())));
        plugins.forEach(entry -> lines.add(line(entry, turn)));
        turn.send(Message.of(String.join("\n", lines)));
    }

    private static String line(PluginDirectory.Entry entry, Turn turn) {
        String state = turn.text("command.plugins.state." + Wording.kebab(entry.state()));
        String line = turn.text(
                "command.plugins.line", entry.descriptor().id(), entry.descriptor().version(), state);
        return entry.problem().map(problem -> line + " · " + problem).orElse(line);
    }
}
