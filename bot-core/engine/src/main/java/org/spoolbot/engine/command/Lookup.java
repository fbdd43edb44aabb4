package org.spoolbot.engine.command;

import org.spoolbot.api.command.CommandSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The innermost command that a text names.
 *
 * @param path the names as the model spells them
 * @param chain the specs on the way, outermost first
 * @param rest what stands behind the names
 */
record Lookup(List<String> path, List<CommandSpec> chain, String rest) {
    private static final String LIST = "list";

    Lookup {
        path = List.copyOf(path);
        chain = List.copyOf(chain);
    }

    static Lookup in(CommandSpec root, String rest) {
        List<CommandSpec> chain = new ArrayList<>(List.of(root));
        String left = rest.strip();
        Optional<CommandSpec> next = root.subcommand(firstWord(left));
        while (next.isPresent()) {
            chain.add(next.get());
            left = left.substring(firstWord(left).length()).strip();
            next = next.get().subcommand(firstWord(left));
        }
        return new Lookup(chain.stream().map(CommandSpec::name).toList(), chain, left);
    }

    /** A group that is named and nothing more means its list, where it has one. */
    Lookup orList() {
        Optional<CommandSpec> list = rest.isEmpty() ? innermost().subcommand(LIST) : Optional.empty();
        return list.map(this::within).orElse(this);
    }

    private Lookup within(CommandSpec part) {
        List<CommandSpec> longer = new ArrayList<>(chain);
        longer.add(part);
        return new Lookup(longer.stream().map(CommandSpec::name).toList(), longer, rest);
    }

    CommandSpec innermost() {
        return chain.getLast();
    }

    /** Whether it is a group of commands, which cannot run itself. */
    boolean isGroup() {
        return !innermost().subcommands().isEmpty();
    }

    /** The whole name, such as "admin quota set". */
    String name() {
        return String.join(" ", path);
    }

    String spelled() {
        return "/" + name();
    }

    static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
