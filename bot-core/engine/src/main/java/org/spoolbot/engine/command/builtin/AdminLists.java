package org.spoolbot.engine.command.builtin;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Presence;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.engine.command.builtin.ChatRules.Listing;
import org.spoolbot.engine.command.builtin.ChatRules.Setting;
import org.spoolbot.engine.command.builtin.ChatRules.Verdict;

/** {@code /admin channels} and {@code /admin roles}: where clips are made in a community, and by whom. */
final class AdminLists {
    private static final String ALL = "all";
    private static final int LINES_AT_ONCE = 25;
    private static final int LONGEST_NAME = 24;

    private final ChatRules chats;
    private final ZoneId zone;
    private final Listing listing;
    private final String name;

    AdminLists(ChatRules chats, HouseRules rules, Listing listing) {
        this.chats = chats;
        this.zone = rules.zone();
        this.listing = listing;
        this.name = listing.name().toLowerCase(Locale.ROOT);
    }

    static CommandSpec spec(Listing listing) {
        String name = listing.name().toLowerCase(Locale.ROOT);
        String key = "community.admin." + name;
        // A channel that is left out is the one where it was typed; of roles there is no such one.
        OptionSpec item = OptionSpec.named(option(listing), key + ".option", Type.TEXT)
                .as(listing == Listing.CHANNELS ? Presence.POSITIONAL : Presence.REQUIRED);
        List<CommandSpec> parts = List.of(
                CommandSpec.of("allow", key + ".allow", List.of(item)),
                CommandSpec.of("deny", key + ".deny", List.of(item)),
                CommandSpec.of("clear", key + ".clear", List.of(item)),
                CommandSpec.of("list", key + ".list", List.of()));
        return CommandSpec.group(name, key, guarded(parts)).requiring(ChatRules.NODE).inCommunities();
    }

    private static String option(Listing listing) {
        return switch (listing) {
            case CHANNELS -> "channel";
            case ROLES -> "role";
        };
    }

    static List<CommandSpec> guarded(List<CommandSpec> parts) {
        return parts.stream().map(part -> part.requiring(ChatRules.NODE).inCommunities()).toList();
    }

    /** The community that is spoken in. */
    static Community here(Turn turn) throws CommandException {
        return turn.origin().destination().community().orElseThrow(() -> new CommandException("community.only-in-communities"));
    }

    void handle(CommandContext context) throws CommandException {
        Turn turn = Turn.of(context);
        Community here = here(turn);
        switch (context.path().getLast()) {
            case "allow" -> put(context, turn, here, Verdict.ALLOW);
            case "deny" -> put(context, turn, here, Verdict.DENY);
            case "clear" -> clear(context, turn, here);
            default -> {}
        }
        show(turn, here);
    }

    private void put(CommandContext context, Turn turn, Community here, Verdict verdict) throws CommandException {
        if (!chats.put(here, listing, item(context, turn), verdict, turn.sender())) {
            throw new CommandException("community.list.full");
        }
    }

    private void clear(CommandContext context, Turn turn, Community here) throws CommandException {
        boolean all = context.option(option(listing)).filter(typed -> typed.strip().equalsIgnoreCase(ALL)).isPresent();
        Optional<String> item = all ? Optional.empty() : Optional.of(item(context, turn));
        if (!chats.clear(here, listing, item, turn.sender())) {
            throw new CommandException("community.list.not-on-it");
        }
    }

    private String item(CommandContext context, Turn turn) throws CommandException {
        String typed = context.option(option(listing)).orElseGet(() -> place(turn.origin().destination()));
        return Mention.read(listing, typed)
                .orElseThrow(() -> new CommandException("community.list.not-one-" + option(listing), typed));
    }

    private static String place(Destination place) {
        return place.thread().orElse(place.channel());
    }

    private void show(Turn turn, Community here) {
        List<Setting> all = chats.all(here).stream().filter(one -> one.name().equals(name)).toList();
        List<Setting> entries = all.stream().filter(one -> !one.item().isEmpty()).toList();
        List<String> lines = new ArrayList<>(List.of(turn.text("community.list." + name + "." + meaning(entries))));
        entries.forEach(one -> lines.add(line(turn, one)));
        if (entries.isEmpty()) {
            all.forEach(last -> lines.add(turn.text("community.list.emptied", cut(last.by()), Wording.moment(last.at(), zone))));
        }
        for (int from = 0; from < lines.size(); from += LINES_AT_ONCE) {
            turn.send(Message.of(String.join("\n", lines.subList(from, Math.min(lines.size(), from + LINES_AT_ONCE)))));
        }
    }

    /** What the list comes to: everything is open, only some is, or all but some. */
    private static String meaning(List<Setting> entries) {
        if (entries.isEmpty()) {
            return "open";
        }
        boolean some = entries.stream().anyMatch(one -> one.value().equals(Wording.kebab(Verdict.ALLOW)));
        return some ? "some" : "but";
    }

    private String line(Turn turn, Setting one) {
        String key = "community.list.line-" + one.value();
        return turn.text(key, one.item(), cut(one.by()), Wording.moment(one.at(), zone));
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
