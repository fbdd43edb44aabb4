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
 * @param place where it can be called
 * @param questions what a platform with forms asks for when it is called with nothing; empty to call it so
 */
public record CommandSpec(
        String name,
        String descriptionKey,
        List<OptionSpec> options,
        List<CommandSpec> subcommands,
        Optional<PermissionNode> permission,
        Place place,
        Optional<Questions> questions) {
    public CommandSpec {
        requireNonNull(name, "name is null");
        requireNonNull(descriptionKey, "descriptionKey is null");
        options = List.copyOf(options);
        subcommands = List.copyOf(subcommands);
        requireNonNull(permission, "permission is null");
        requireNonNull(place, "place is null");
        requireNonNull(questions, "questions is null");
        if (!name.matches("[a-z][a-z0-9_-]{0,31}")) {
            throw new IllegalArgumentException("not a command name: " + name);
        }
        if (!options.isEmpty() && !subcommands.isEmpty()) {
            throw new IllegalArgumentException("a command has options or subcommands, not both: " + name);
        }
    }

    /** A command for everybody. */
    public static CommandSpec of(String name, String descriptionKey, List<OptionSpec> options) {
        return new CommandSpec(name, descriptionKey, options, List.of(), Optional.empty(), Place.ANYWHERE, Optional.empty());
    }

    /** A command that groups others. */
    public static CommandSpec group(String name, String descriptionKey, List<CommandSpec> subcommands) {
        return new CommandSpec(name, descriptionKey, List.of(), subcommands, Optional.empty(), Place.ANYWHERE, Optional.empty());
    }

    /** The same for holders of a permission. */
    public CommandSpec requiring(PermissionNode node) {
        return new CommandSpec(name, descriptionKey, options, subcommands, Optional.of(node), place, questions);
    }

    /** The same for communities alone: a private chat does not offer it. */
    public CommandSpec inCommunities() {
        return new CommandSpec(name, descriptionKey, options, subcommands, permission, Place.COMMUNITY, questions);
    }

    /** The same, asking by form where it is called with nothing. */
    public CommandSpec asking(Questions asked) {
        return new CommandSpec(name, descriptionKey, options, subcommands, permission, place, Optional.of(asked));
    }

    /** The same with other subcommands. */
    public CommandSpec withSubcommands(List<CommandSpec> others) {
        return new CommandSpec(name, descriptionKey, options, others, permission, place, questions);
    }

    /** The option of that name. */
    public Optional<OptionSpec> option(String optionName) {
        return options.stream().filter(option -> option.name().equals(optionName)).findFirst();
    }

    /** The subcommand of that name. */
    public Optional<CommandSpec> subcommand(String subcommandName) {
        return subcommands.stream().filter(command -> command.name().equals(subcommandName)).findFirst();
    }

    /** Where a command can be called. */
    public enum Place {
        /** In communities and in private. */
        ANYWHERE,
        /** In communities. */
        COMMUNITY
    }

    /**
     * What a form asks for. Its answer comes as an {@code Invocation} with these options, and with the files beside them.
     *
     * @param options names of options of the command, of type {@code TEXT}, {@code INTEGER} or {@code FLAG}
     * @param files the most files it takes, 0 to 10; together with the options at most 5 questions
     */
    public record Questions(List<String> options, int files) {
        public Questions {
            options = List.copyOf(options);
            if (files < 0 || files > 10 || options.size() + Math.min(files, 1) > 5) {
                throw new IllegalArgumentException("a form has at most 5 questions and 10 files");
            }
        }
    }
}
