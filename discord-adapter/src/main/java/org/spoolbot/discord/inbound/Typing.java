package org.spoolbot.discord.inbound;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.interactions.AutoCompleteQuery;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.CommandAutoCompleteInteraction;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.Suggestion;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Origin;

/**
 * A slash command that is being filled in, as the line one would type.
 *
 * @param before everything before the value that is being written
 * @param value the value so far
 * @param type what it is for Discord
 */
record Typing(String before, String value, OptionType type) {
    static Typing of(CommandAutoCompleteInteraction interaction) {
        AutoCompleteQuery focused = interaction.getFocusedOption();
        List<String> words = new ArrayList<>();
        words.add("/" + interaction.getFullCommandName());
        for (OptionMapping option : interaction.getOptions()) {
            if (option.getType() != OptionType.ATTACHMENT && !option.getName().equals(focused.getName())) {
                words.add("--" + option.getName() + " " + word(Answers.value(option)));
            }
        }
        words.add("--" + focused.getName() + " ");
        return new Typing(String.join(" ", words), focused.getValue(), focused.getType());
    }

    /** What an option can be that is asked for in a form; empty if it can be anything. */
    static List<String> values(ChatInbox inbox, Origin origin, CommandSpec command, OptionSpec option) {
        Typing typing = new Typing("/" + command.name() + " --" + option.name() + " ", "", OptionType.STRING);
        return typing.choices(inbox.complete(origin, typing.line())).stream()
                .map(Command.Choice::getAsString)
                .toList();
    }

    String line() {
        return before + value;
    }

    /** Discord takes back what the option shall be, not the whole line. */
    List<Command.Choice> choices(List<Suggestion> suggestions) {
        List<Command.Choice> choices = new ArrayList<>();
        for (Suggestion suggestion : suggestions) {
            String chosen = suggestion.text().startsWith(before) ? suggestion.text().substring(before.length()) : "";
            if (!chosen.isBlank() && chosen.length() <= OptionData.MAX_CHOICE_VALUE_LENGTH && choices.size() < OptionData.MAX_CHOICES) {
                add(choices, label(suggestion, chosen), chosen);
            }
        }
        return choices;
    }

    private void add(List<Command.Choice> choices, String label, String chosen) {
        if (type != OptionType.INTEGER) {
            choices.add(new Command.Choice(label, chosen));
            return;
        }
        if (chosen.matches("-?[0-9]{1,15}")) {
            choices.add(new Command.Choice(label, Long.parseLong(chosen)));
        }
    }

    private static String label(Suggestion suggestion, String chosen) {
        String label = suggestion.label().isBlank() ? chosen : suggestion.label();
        return label.length() <= OptionData.MAX_CHOICE_NAME_LENGTH ? label : label.substring(0, OptionData.MAX_CHOICE_NAME_LENGTH);
    }

    private static String word(String value) {
        boolean plain = value.chars().noneMatch(Character::isWhitespace);
        return plain ? value : '"' + value.replace("\"", "") + '"';
    }
}
