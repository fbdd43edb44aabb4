package org.spoolbot.api.command;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.permission.PermissionNode;
import java.util.List;
import java.util.Optional;

/**
 * What a command is. Platforms render it: slash commands, menus, text.
 *
 * @param name lower case, {@code a-z 0-9 - _}, 1 to 32 characters
 * @param descriptionKey the message key of its one-line description
 * @param options its options; a command with subcommands has none
 * @param subcommands at most two levels deep
 * @param permission the node one needs; empty for everybody
 */
public record CommandSpec(
        String name,
        String descriptionKey,
        List<OptionSpec> options,
        List<CommandSpec> subcommands,
        Optional<PermissionNode> permission) {
    public CommandSpec {
        requireNonNull(name, "name is null");
        requireNonNull(descriptionKey, "descriptionKey is null");
        options = List.copyOf(options);
        subcommands = List.copyOf(subcommands);
        requireNonNull(permission, "permission is null");
        if (!name.matches("[a-z][a-z0-9_-]{0,31}")) {
            throw new IllegalArgumentException("not a command name: " + name);
        }
        if (!options.isEmpty() && !subcommands.isEmpty()) {
            throw new IllegalArgumentException("a command has options or subcommands, not both: " + name);
        }
    }

    /** A command for everybody. */
    public static CommandSpec of(String name, String descriptionKey, List<OptionSpec> options) {
        return new CommandSpec(name, descriptionKey, options, List.of(), Optional.empty());
    }

    /** A command that groups others. */
    public static CommandSpec group(String name, String descriptionKey, List<CommandSpec> subcommands) {
        return new CommandSpec(name, descriptionKey, List.of(), subcommands, Optional.empty());
    }

    /** The same for holders of a permission. */
    public CommandSpec requiring(PermissionNode node) {
        return new CommandSpec(name, descriptionKey, options, subcommands, Optional.of(node));
    }

    /** The option of that name. */
    public Optional<OptionSpec> option(String optionName) {
        return options.stream().filter(option -> option.name().equals(optionName)).findFirst();
    }

    /** The subcommand of that name. */
    public Optional<CommandSpec> subcommand(String subcommandName) {
        return subcommands.stream().filter(command -> command.name().equals(subcommandName)).findFirst();
    }
}
