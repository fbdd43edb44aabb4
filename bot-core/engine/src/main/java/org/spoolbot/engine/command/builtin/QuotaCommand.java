package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.plugin.PluginContext;
import java.util.List;

/** {@code /quota}: what the member has left here. */
final class QuotaCommand {
    private final PluginContext server;
    private final QuotaTable table;

    QuotaCommand(PluginContext server, HouseRules rules) {
        this.server = server;
        this.table = new QuotaTable(rules);
    }

    void register() {
        server.commands().register(CommandSpec.of("quota", "command.quota", List.of()), this::handle);
    }

    private void handle(CommandContext context) {
        Turn turn = Turn.of(context);
        String text = table.write(server.quota().report(turn.sender()), Phrase.of("command.quota.title"), turn);
        turn.send(Message.of(text));
    }
}
