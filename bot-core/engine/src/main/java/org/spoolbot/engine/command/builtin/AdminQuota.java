package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.CommandContext;
import org.spoolbot.api.command.CommandException;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Presence;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.permission.PermissionNode;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.api.quota.QuotaReport;
import org.spoolbot.api.quota.QuotaSubject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code /admin quota}: limits set and shown from chat. */
final class AdminQuota {
    private static final PermissionNode NODE = new PermissionNode("spoolbot.admin.quota");
    private static final List<String> OWN = List.of("me");
    private static final List<String> SUBJECTS = List.of("me", "here", "default", "global");
    private static final Pattern MENTION = Pattern.compile("<@!?([0-9]{1,20})>");
    private static final Pattern ACCOUNT = Pattern.compile("([a-z][a-z0-9-]{0,39}):(\\S{1,100})");

    private final PluginContext server;
    private final QuotaTable table;

    AdminQuota(PluginContext server, HouseRules rules) {
        this.server = server;
        this.table = new QuotaTable(rules);
    }

    /** A person is not all that a limit can be for: the other words are offered, and a mention may be typed as well. */
    void register() {
        server.commands().onComplete("admin", "who", line -> line.contains(" show ") ? OWN : SUBJECTS);
    }

    static CommandSpec spec() {
        OptionSpec measure = OptionSpec.named("measure", "command.admin.quota.option.measure", Type.TEXT)
                .as(Presence.REQUIRED)
                .choosing(Stream.of(Measure.values()).map(Wording::kebab).toList());
        OptionSpec who = OptionSpec.named("who", "command.admin.quota.option.who", Type.MEMBER);
        OptionSpec amount = OptionSpec.named("amount", "command.admin.quota.option.amount", Type.TEXT);
        OptionSpec shown = OptionSpec.named("who", "command.admin.quota.option.shown", Type.MEMBER)
                .as(Presence.POSITIONAL);
        CommandSpec set = CommandSpec.of(
                "set",
                "command.admin.quota.set",
                List.of(who.as(Presence.REQUIRED), measure, amount.as(Presence.REQUIRED)));
        CommandSpec show = CommandSpec.of("show", "command.admin.quota.show", List.of(shown));
        return CommandSpec.group("quota", "command.admin.quota", List.of(set.requiring(NODE), show.requiring(NODE)))
                .requiring(NODE);
    }

    void handle(CommandContext context) throws CommandException {
        Turn turn = Turn.of(context);
        if (context.path().getLast().equals("set")) {
            set(context, turn);
            return;
        }
        show(context, turn);
    }

    private void set(CommandContext context, Turn turn) throws CommandException {
        String who = context.option("who").orElse("");
        QuotaSubject subject = server.quota()
                .subject(who, turn.sender())
                .orElseThrow(() -> new CommandException("command.admin.quota.nobody", who));
        String name = context.option("measure").orElse("").toUpperCase(Locale.ROOT).replace('-', '_');
        Measure measure = Measure.valueOf(name);
        QuotaLimit limit = new QuotaLimit(measure, amount(measure, context.option("amount").orElse("")));
        turn.say(server.quota().set(subject, limit, turn.sender()).sentence());
    }

    private static OptionalLong amount(Measure measure, String text) throws CommandException {
        if (text.equalsIgnoreCase("unlimited")) {
            return OptionalLong.empty();
        }
        return switch (measure) {
            case COST_PER_DAY, COST_PER_WEEK, COST_PER_MONTH -> OptionalLong.of(units(text).micros());
            case CLIPS_PER_DAY,
                    CLIPS_PER_WEEK,
                    CLIPS_PER_MONTH,
                    SECONDS_PER_DAY,
                    SECONDS_PER_WEEK,
                    SECONDS_PER_MONTH,
                    RUNNING,
                    WAITING,
                    COOLDOWN,
                    LENGTH,
                    RESOLUTION -> OptionalLong.of(whole(text));
        };
    }

    private static Money units(String text) throws CommandException {
        if (!text.matches("[0-9]{1,9}([.][0-9]{1,6})?")) {
            throw new CommandException("command.admin.quota.not-an-amount", text);
        }
        return Money.of(new BigDecimal(text));
    }

    private static long whole(String text) throws CommandException {
        String digits = text.toLowerCase(Locale.ROOT).replaceFirst("[ps]$", "");
        if (!digits.matches("[0-9]{1,9}")) {
            throw new CommandException("command.admin.quota.not-an-amount", text);
        }
        return Long.parseLong(digits);
    }

    private void show(CommandContext context, Turn turn) throws CommandException {
        Optional<String> who = context.option("who");
        if (who.isEmpty()) {
            QuotaReport own = server.quota().report(turn.sender());
            turn.send(Message.of(table.write(own, Phrase.of("command.quota.title"), turn)));
            return;
        }
        QuotaReport report = account(who.get(), turn)
                .flatMap(account -> server.quota().reportOf(account, turn.sender()))
                .orElseThrow(() -> new CommandException("command.admin.quota.show-nobody", who.get()));
        turn.send(Message.of(table.write(report, Phrase.of("command.admin.quota.title", who.get()), turn)));
    }

    private static Optional<Account> account(String text, Turn turn) {
        if (text.equals("me")) {
            return Optional.of(turn.sender().account());
        }
        Matcher mention = MENTION.matcher(text);
        if (mention.matches()) {
            return Optional.of(new Account(turn.sender().account().platform(), mention.group(1)));
        }
        Matcher account = ACCOUNT.matcher(text);
        return account.matches() ? Optional.of(new Account(account.group(1), account.group(2))) : Optional.empty();
    }
}
