package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Presence;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.command.Suggestion;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Sender;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Ways to go on with a typed line. */
final class Completion {
    private static final int MOST = 25;

    private final CommandTable table;
    private final CommandDesk commands;
    private final Menus menus;
    private final RecentJobs recent;

    @Inject
    Completion(CommandTable table, CommandDesk commands, Menus menus, RecentJobs recent) {
        this.table = table;
        this.commands = commands;
        this.menus = menus;
        this.recent = recent;
    }

    /** Reads what may be offered to somebody later. Blocks for those who are not in memory. */
    void learn(Sender sender) {
        recent.learn(sender);
    }

    /** At most 25 suggestions, from memory. */
    List<Suggestion> complete(Sender sender, String line) {
        String slash = line.startsWith("/") ? "/" : "";
        if (slash.isEmpty() && !sender.isConsole()) {
            return List.of();
        }
        List<CommandSpec> visible = commands.visible(sender);
        String body = line.substring(slash.length());
        String first = Lookup.firstWord(body);
        if (first.length() == body.length()) {
            return names(sender, visible, slash, first);
        }
        return visible.stream()
                .filter(spec -> spec.name().equals(first))
                .findFirst()
                .map(spec -> inside(sender, spec, line, body.substring(first.length())))
                .orElse(List.of());
    }

    private List<Suggestion> inside(Sender sender, CommandSpec root, String line, String rest) {
        String last = lastWord(rest);
        String before = line.substring(0, line.length() - last.length());
        Lookup lookup = Lookup.in(root, rest.substring(0, rest.length() - last.length()));
        if (lookup.isGroup()) {
            return lookup.rest().isEmpty()
                    ? names(sender, lookup.innermost().subcommands(), before, last)
                    : List.of();
        }
        Translator texts = table.find(root.name()).map(CommandTable.Command::texts).orElseThrow();
        Optional<OptionSpec> asked = askedFor(lookup.innermost(), lookup.rest());
        boolean job = asked.map(option -> option.type() == Type.JOB).orElseGet(() -> beginsWithJob(lookup));
        Stream<Suggestion> jobs = job ? jobs(sender, before, last) : Stream.empty();
        Stream<Suggestion> found = asked.isPresent()
                ? values(offered(root.name(), asked.get(), line), before, last)
                : options(lookup, texts, sender, before, last);
        return Stream.concat(jobs, found).limit(MOST).toList();
    }

    /** Whether the first thing to be typed is a job. */
    private static boolean beginsWithJob(Lookup lookup) {
        return lookup.rest().isBlank()
                && lookup.innermost().options().stream()
                        .filter(option -> option.presence() == Presence.REQUIRED || option.presence() == Presence.POSITIONAL)
                        .findFirst()
                        .filter(option -> option.type() == Type.JOB)
                        .isPresent();
    }

    private Stream<Suggestion> jobs(Sender sender, String before, String typed) {
        String start = typed.startsWith("#") ? typed.substring(1) : typed;
        return recent.of(sender.member()).stream()
                .filter(job -> job.id().value().startsWith(start.toLowerCase(Locale.ROOT)))
                .map(job -> new Suggestion(before + job.id(), job.label(), ""));
    }

    private List<Suggestion> names(Sender sender, List<CommandSpec> specs, String before, String typed) {
        return specs.stream()
                .filter(spec -> spec.name().startsWith(typed.toLowerCase(Locale.ROOT)))
                .map(spec -> new Suggestion(
                        before + spec.name(), spec.name(), menus.describe(sender.language(), spec.descriptionKey())))
                .limit(MOST)
                .toList();
    }

    /** The option whose value is being typed: the one named just before. */
    private static Optional<OptionSpec> askedFor(CommandSpec spec, String rest) {
        String previous = lastWord(rest.stripTrailing());
        if (!previous.startsWith("--")) {
            return Optional.empty();
        }
        return spec.option(previous.substring(2)).filter(option -> option.type() != Type.ATTACHMENT);
    }

    private List<String> offered(String command, OptionSpec option, String line) {
        return table.values(command, option.name(), line)
                .orElseGet(() -> option.type() == Type.FLAG ? List.of("on", "off") : option.choices());
    }

    private static Stream<Suggestion> values(List<String> values, String before, String typed) {
        return values.stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT)))
                .map(value -> new Suggestion(before + value, value, ""));
    }

    private static Stream<Suggestion> options(
            Lookup lookup, Translator texts, Sender sender, String before, String typed) {
        if (!"--".startsWith(typed) && !typed.startsWith("--")) {
            return Stream.empty();
        }
        return lookup.innermost().options().stream()
                .filter(option -> ("--" + option.name()).startsWith(typed))
                .filter(option -> !lookup.rest().contains("--" + option.name()))
                .map(option -> new Suggestion(
                        before + "--" + option.name(),
                        "--" + option.name(),
                        texts.text(sender.language(), option.descriptionKey())));
    }

    private static String lastWord(String text) {
        int start = text.length();
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start);
    }
}
