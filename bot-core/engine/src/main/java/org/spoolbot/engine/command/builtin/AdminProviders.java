package org.spoolbot.engine.command.builtin;

import java.util.List;
import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Presence;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.permission.PermissionNode;
import org.spoolbot.api.plugin.PluginContext;

/** {@code /admin providers}: how the gateways do, and switching them; for owners and the console alone, whatever the files grant. */
final class AdminProviders {
    private static final PermissionNode NODE = new PermissionNode("spoolbot.admin.providers");

    private final PluginContext server;
    private final GatewayDesk desk;
    private final GatewayCard card;

    AdminProviders(PluginContext server, GatewayDesk desk, HouseRules rules) {
        this.server = server;
        this.desk = desk;
        this.card = new GatewayCard(rules);
    }

    static CommandSpec spec() {
        OptionSpec id = OptionSpec.named("id", "command.admin.providers.option.id", Type.TEXT).as(Presence.REQUIRED);
        OptionSpec why = OptionSpec.named("why", "command.admin.providers.option.why", Type.TEXT).as(Presence.REST);
        return CommandSpec.group(
                        "providers",
                        "command.admin.providers",
                        List.of(
                                CommandSpec.of("list", "command.admin.providers.list", List.of()).requiring(NODE),
                                CommandSpec.of("show", "command.admin.providers.show", List.of(id)).requiring(NODE),
                                CommandSpec.of("off", "command.admin.providers.off", List.of(id, why)).requiring(NODE),
                                CommandSpec.of("on", "command.admin.providers.on", List.of(id)).requiring(NODE)))
                .requiring(NODE);
    }

    void register() {
        server.commands().onAction(GatewayCard.OFF, context -> press(context, "off"));
        server.commands().onAction(GatewayCard.ON, context -> press(context, "on"));
    }

    void handle(CommandContext context) throws CommandException {
        Turn turn = Turn.of(context);
        admit(turn.sender());
        switch (context.path().getLast()) {
            case "show" -> turn.send(card.one(known(context.option("id").orElse("")), turn));
            case "off" -> off(turn, known(context.option("id").orElse("")), context.option("why").orElse(""));
            case "on" -> on(turn, known(context.option("id").orElse("")));
            default -> turn.send(card.all(desk.gateways(), turn));
        }
    }

    private void press(ActionContext context, String act) throws CommandException {
        Turn turn = Turn.of(context);
        admit(turn.sender());
        GatewayDesk.Gateway gateway = known(String.join(":", context.arguments()));
        if (act.equals("off")) {
            off(turn, gateway, "");
            return;
        }
        on(turn, gateway);
    }

    private void off(Turn turn, GatewayDesk.Gateway gateway, String why) throws CommandException {
        desk.switchOff(gateway.id(), turn.sender(), why);
        turn.send(card.switched("command.admin.providers.done.off", known(gateway.id()), turn));
    }

    private void on(Turn turn, GatewayDesk.Gateway gateway) throws CommandException {
        desk.switchOn(gateway.id(), turn.sender());
        turn.send(card.switched("command.admin.providers.done.on", known(gateway.id()), turn));
    }

    private void admit(Sender sender) throws CommandException {
        if (!desk.isFor(sender)) {
            throw new CommandException("command.admin.providers.owners-only");
        }
    }

    private GatewayDesk.Gateway known(String id) throws CommandException {
        return desk.find(id).orElseThrow(() -> new CommandException("command.admin.providers.unknown", id));
    }
}
