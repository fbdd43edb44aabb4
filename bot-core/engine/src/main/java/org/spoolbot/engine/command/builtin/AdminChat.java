package org.spoolbot.engine.command.builtin;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Message;
import org.spoolbot.engine.command.builtin.ChatRules.Listing;
import org.spoolbot.engine.command.builtin.ChatRules.Setting;
import org.spoolbot.engine.command.builtin.ChatRules.Verdict;

/** {@code /admin chat}: what members of a community get who say nothing, and whether its clips are veiled. */
final class AdminChat {
    private final ChatRules chats;
    private final ZoneId zone;

    AdminChat(ChatRules chats, HouseRules rules) {
        this.chats = chats;
        this.zone = rules.zone();
    }

    static CommandSpec spec() {
        List<CommandSpec> parts = List.of(
                CommandSpec.of("show", "community.admin.chat.show", List.of()),
                CommandSpec.of("set", "community.admin.chat.set", SettingsCommand.options(choices())));
        return CommandSpec.group("chat", "community.admin.chat", AdminLists.guarded(parts))
                .requiring(ChatRules.NODE)
                .inCommunities();
    }

    private static Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>(Choices.fixed());
        choices.put("spoiler", List.of("auto", "always", "never"));
        return choices;
    }

    void handle(CommandContext context) throws CommandException {
        Turn turn = Turn.of(context);
        Community here = AdminLists.here(turn);
        Map<String, String> wanted = Choices.typed(context, choices());
        if (!wanted.isEmpty() && !chats.choose(here, wanted, turn.sender())) {
            throw new CommandException("community.list.full");
        }
        show(turn, here, wanted.isEmpty() ? "" : turn.text("command.settings.saved"));
    }

    private void show(Turn turn, Community here, String note) {
        List<Setting> all = chats.all(here);
        List<String> names = new ArrayList<>(choices().keySet());
        names.add("duration");
        List<Card.Field> fields = new ArrayList<>();
        names.forEach(name -> fields.add(Card.Field.of(turn.text("command.settings.name." + name), choice(turn, name, all))));
        for (Listing listing : Listing.values()) {
            String name = listing.name().toLowerCase(Locale.ROOT);
            String summary = turn.text(
                    "community.list.summary", count(all, name, Verdict.ALLOW), count(all, name, Verdict.DENY), name);
            fields.add(Card.Field.of(turn.text("community.list." + name), summary));
        }
        turn.send(Message.of(note).with(Card.of(turn.text("community.chat.title"), fields)));
    }

    private String choice(Turn turn, String name, List<Setting> all) {
        return all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(one -> turn.text(
                        "community.chat.changed",
                        Choices.label(turn, name, Choices.shown(one.value())),
                        one.by(),
                        Wording.moment(one.at(), zone)))
                .orElseGet(() -> Choices.label(turn, name, Choices.UNSET));
    }

    private static long count(List<Setting> all, String name, Verdict verdict) {
        return all.stream()
                .filter(one -> one.name().equals(name) && one.value().equals(Wording.kebab(verdict)))
                .count();
    }
}
