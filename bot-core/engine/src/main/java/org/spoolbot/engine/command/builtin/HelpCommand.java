package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Presence;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.plugin.PluginContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code /help}: made from the model of the commands, so that it never tells anything else than what is there. */
final class HelpCommand {
    private final PluginContext server;
    private final CommandCatalog catalog;

    HelpCommand(PluginContext server, CommandCatalog catalog) {
        this.server = server;
        this.catalog = catalog;
    }

    void register() {
        OptionSpec command = OptionSpec.named("command", "command.help.option.command", Type.TEXT).as(Presence.REST);
        server.commands().register(CommandSpec.of("help", "command.help", List.of(command)), this::handle);
    }

    private void handle(CommandContext context) throws CommandException {
        Turn turn = Turn.of(context);
        List<CommandSpec> visible = catalog.visibleTo(turn.sender());
        String asked = context.option("command").orElse("").strip().toLowerCase(Locale.ROOT);
        String text = asked.isEmpty() ? overview(visible, turn) : about(visible, asked, turn);
        turn.send(Message.of(text));
    }

    private String overview(List<CommandSpec> visible, Turn turn) {
        List<String> lines = new ArrayList<>(List.of(turn.text("command.help.title")));
        visible.forEach(spec -> lines.add("/" + spec.name() + " · " + described(turn, spec.descriptionKey())));
        lines.add(turn.text("command.help.more"));
        return String.join("\n", lines);
    }

    private String about(List<CommandSpec> visible, String asked, Turn turn) throws CommandException {
        List<CommandSpec> level = visible;
        CommandSpec found = null;
        StringBuilder path = new StringBuilder("/");
        for (String word : (asked.startsWith("/") ? asked.substring(1) : asked).split("\\s+")) {
            found = level.stream()
                    .filter(spec -> spec.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new CommandException("command.help.unknown", asked));
            path.append(path.length() > 1 ? " " : "").append(word);
            level = found.subcommands();
        }
        if (found == null) {
            throw new CommandException("command.help.unknown", asked);
        }
        return page(found, path.toString(), turn);
    }

    private String page(CommandSpec spec, String path, Turn turn) {
        List<String> lines = new ArrayList<>();
        lines.add(path + " · " + described(turn, spec.descriptionKey()));
        if (!spec.options().isEmpty()) {
            lines.add(turn.text("command.help.usage", usage(spec, path)));
        }
        spec.options().forEach(option -> lines.add(line(option, turn)));
        spec.subcommands().forEach(part ->
                lines.add(path + " " + part.name() + " · " + described(turn, part.descriptionKey())));
        return String.join("\n", lines);
    }

    private static String usage(CommandSpec spec, String path) {
        StringBuilder usage = new StringBuilder(path);
        for (OptionSpec option : spec.options()) {
            switch (option.presence()) {
                case REQUIRED -> usage.append(" <").append(option.name()).append('>');
                case POSITIONAL, REST -> usage.append(" [").append(option.name()).append(']');
                case OPTIONAL -> {}
            }
        }
        boolean more = spec.options().stream().anyMatch(option -> option.presence() == Presence.OPTIONAL);
        return more ? usage + " [--…]" : usage.toString();
    }

    private String line(OptionSpec option, Turn turn) {
        String choices = option.choices().isEmpty() ? "" : " (" + String.join(", ", option.choices()) + ")";
        String name = option.presence() == Presence.OPTIONAL ? "--" + option.name() : option.name();
        return "  " + name + " · " + described(turn, option.descriptionKey()) + choices;
    }

    private String described(Turn turn, String key) {
        return catalog.describe(turn.sender(), key);
    }
}
