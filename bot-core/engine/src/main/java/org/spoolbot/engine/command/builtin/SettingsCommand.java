package org.spoolbot.engine.command.builtin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

/** {@code /settings}: what the member gets who says nothing else. */
final class SettingsCommand {
    /** A menu has 25 options, and one of them takes the preference back. */
    private static final int MOST_LENGTHS = 24;

    private final PluginContext server;
    private final MemberPreferences preferences;
    private final ChatRules chats;

    SettingsCommand(PluginContext server, MemberPreferences preferences, ChatRules chats) {
        this.server = server;
        this.preferences = preferences;
        this.chats = chats;
    }

    void register() {
        server.commands().register(CommandSpec.of("settings", "command.settings", options(Choices.fixed())), this::handle);
        server.commands().onAction("settings", this::press);
    }

    static List<OptionSpec> options(Map<String, List<String>> choices) {
        List<OptionSpec> options = new ArrayList<>();
        choices.forEach((name, values) -> options.add(OptionSpec.named(name, "command.settings.option." + name, Type.TEXT)
                .choosing(Stream.concat(values.stream(), Stream.of(Choices.UNSET)).toList())));
        options.add(OptionSpec.named("duration", "command.settings.option.duration", Type.TEXT));
        return options;
    }

    /** The choices and, because they depend on the models of the moment, the lengths that can be had. */
    private Map<String, List<String>> menus() {
        Map<String, List<String>> menus = new LinkedHashMap<>();
        menus.put("duration", Studio.of(server.providers().providers()).lengths().stream()
                .limit(MOST_LENGTHS)
                .map(String::valueOf)
                .toList());
        menus.putAll(Choices.fixed());
        return menus;
    }

    private void handle(CommandContext context) throws CommandException {
        Map<String, String> wanted = Choices.typed(context, Choices.fixed());
        Turn turn = Turn.of(context);
        wanted.forEach((name, value) -> preferences.set(turn.sender().member(), name, value));
        show(turn, wanted.isEmpty() ? "" : turn.text("command.settings.saved"));
    }

    private void press(ActionContext context) throws CommandException {
        String name = context.arguments().stream().findFirst().orElse("");
        String value = context.value("v1:settings:" + name).orElse("");
        List<String> known = menus().get(name);
        if (known == null || !(known.contains(value) || value.equals(Choices.UNSET))) {
            throw new CommandException("command.action-unknown");
        }
        Turn turn = Turn.replacing(context);
        preferences.set(turn.sender().member(), name, Choices.stored(value));
        show(turn, turn.text("command.settings.saved"));
    }

    private void show(Turn turn, String note) {
        Map<String, String> stored = preferences.of(turn.sender().member());
        Map<String, String> usual = chats.usual(turn.sender().community());
        List<Card.Field> fields = new ArrayList<>();
        List<Control> menus = new ArrayList<>();
        menus().forEach((name, values) -> {
            String selected = Choices.shown(stored.getOrDefault(name, ""));
            String unset = unset(turn, name, Optional.ofNullable(usual.get(name)));
            String shown = selected.equals(Choices.UNSET) ? unset : Choices.label(turn, name, selected);
            fields.add(Card.Field.of(turn.text("command.settings.name." + name), shown));
            menus.add(menu(turn, name, values, selected));
        });
        Card card = Card.of(turn.text("command.settings.title"), fields);
        turn.send(Message.of(note).with(card).withControls(menus));
    }

    /** Who chose nothing gets what the chat has. */
    private static String unset(Turn turn, String name, Optional<String> chat) {
        return chat.map(value -> turn.text("community.settings.as-here", Choices.label(turn, name, Choices.shown(value))))
                .orElseGet(() -> Choices.label(turn, name, Choices.UNSET));
    }

    private static Control menu(Turn turn, String name, List<String> values, String selected) {
        List<Control.Option> options = new ArrayList<>();
        options.add(new Control.Option(
                Choices.UNSET, Choices.label(turn, name, Choices.UNSET), selected.equals(Choices.UNSET)));
        values.forEach(value ->
                options.add(new Control.Option(value, Choices.label(turn, name, value), value.equals(selected))));
        return new Control.Select("v1:settings:" + name, turn.text("command.settings.name." + name), options);
    }
}
