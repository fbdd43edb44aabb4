package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.ActionContext;
import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /settings}: what the member gets who says nothing else. */
final class SettingsCommand {
    /** Takes a preference back. */
    private static final String UNSET = "default";
    /** A menu has 25 options, and one of them takes the preference back. */
    private static final int MOST_LENGTHS = 24;

    private final PluginContext server;
    private final MemberPreferences preferences;

    SettingsCommand(PluginContext server, MemberPreferences preferences) {
        this.server = server;
        this.preferences = preferences;
    }

    void register() {
        List<OptionSpec> options = new ArrayList<>();
        choices().forEach((name, values) -> options.add(OptionSpec.named(name, "command.settings.option." + name, Type.TEXT)
                .choosing(Stream.concat(values.stream(), Stream.of(UNSET)).toList())));
        options.add(OptionSpec.named("duration", "command.settings.option.duration", Type.TEXT));
        server.commands().register(CommandSpec.of("settings", "command.settings", options), this::handle);
        server.commands().onAction("settings", this::press);
    }

    private static Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("ratio", Stream.of(Ratio.values()).map(Ratio::label).toList());
        choices.put("resolution", Stream.of(Resolution.values()).map(Resolution::label).toList());
        choices.put("audio", List.of("on", "off"));
        choices.put("confirm", List.of("card", "now"));
        choices.put("language", List.of("en", "de", "es", "ru", "zh"));
        return choices;
    }

    /** The choices and, because they depend on the models of the moment, the lengths that can be had. */
    private Map<String, List<String>> menus() {
        Map<String, List<String>> menus = new LinkedHashMap<>();
        menus.put("duration", Studio.of(server.providers().providers()).lengths().stream()
                .limit(MOST_LENGTHS)
                .map(String::valueOf)
                .toList());
        menus.putAll(choices());
        return menus;
    }

    private void handle(CommandContext context) throws CommandException {
        Map<String, String> wanted = new LinkedHashMap<>();
        choices().keySet().forEach(name -> context.option(name).ifPresent(value -> wanted.put(name, value)));
        Optional<String> duration = context.option("duration");
        if (duration.isPresent()) {
            wanted.put("duration", checkedLength(duration.get()));
        }
        Turn turn = Turn.of(context);
        wanted.forEach((name, value) -> store(turn, name, value));
        show(turn, wanted.isEmpty() ? "" : turn.text("command.settings.saved"));
    }

    private static String checkedLength(String value) throws CommandException {
        boolean fits = value.equalsIgnoreCase(UNSET) || Defaults.number(value).isPresent();
        if (!fits) {
            throw new CommandException("command.settings.length", value);
        }
        return value.toLowerCase(Locale.ROOT);
    }

    private void press(ActionContext context) throws CommandException {
        String name = context.arguments().stream().findFirst().orElse("");
        String value = context.value("v1:settings:" + name).orElse("");
        List<String> known = menus().get(name);
        if (known == null || !(known.contains(value) || value.equals(UNSET))) {
            throw new CommandException("command.action-unknown");
        }
        Turn turn = Turn.replacing(context);
        store(turn, name, value);
        show(turn, turn.text("command.settings.saved"));
    }

    private void store(Turn turn, String name, String value) {
        String stored = switch (value) {
            case UNSET -> "";
            case "on" -> "true";
            case "off" -> "false";
            default -> value;
        };
        preferences.set(turn.sender().member(), name, stored);
    }

    private void show(Turn turn, String note) {
        Map<String, String> stored = preferences.of(turn.sender().member());
        List<Card.Field> fields = new ArrayList<>();
        List<Control> menus = new ArrayList<>();
        menus().forEach((name, values) -> {
            fields.add(field(turn, name, stored));
            menus.add(menu(turn, name, values, shown(stored, name)));
        });
        Card card = Card.of(turn.text("command.settings.title"), fields);
        turn.send(Message.of(note).with(card).withControls(menus));
    }

    private static Card.Field field(Turn turn, String name, Map<String, String> stored) {
        String value = shown(stored, name);
        return Card.Field.of(
                turn.text("command.settings.name." + name),
                label(turn, name, value));
    }

    /** A value in the words of the member; what is typed stays in {@code /help settings}. */
    private static String label(Turn turn, String name, String value) {
        if (value.equals(UNSET)) {
            return turn.text("command.settings.default");
        }
        return switch (name) {
            case "audio" -> turn.text("command.text." + value);
            case "confirm" -> turn.text("command.settings.value." + value);
            case "language" -> nativeName(Locale.of(value));
            default -> value;
        };
    }

    private static String nativeName(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private static String shown(Map<String, String> stored, String name) {
        String value = stored.getOrDefault(name, UNSET);
        return switch (value) {
            case "true" -> "on";
            case "false" -> "off";
            default -> value;
        };
    }

    private static Control menu(Turn turn, String name, List<String> values, String selected) {
        List<Control.Option> options = new ArrayList<>();
        options.add(new Control.Option(UNSET, label(turn, name, UNSET), selected.equals(UNSET)));
        values.forEach(value -> options.add(new Control.Option(value, label(turn, name, value), value.equals(selected))));
        return new Control.Select("v1:settings:" + name, turn.text("command.settings.name." + name), options);
    }
}
