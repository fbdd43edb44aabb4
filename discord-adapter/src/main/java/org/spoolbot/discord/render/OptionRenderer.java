package org.spoolbot.discord.render;

import java.util.Comparator;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Presence;
import org.spoolbot.api.command.OptionSpec.Range;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.platform.ChatInbox;

/**
 * The options of one command.
 *
 * @param command the name of the whole command
 */
record OptionRenderer(ChatInbox inbox, Words words, String command, Thrift thrift) {
    /** Required ones first, as Discord wants them; otherwise in their own order. */
    List<OptionData> render(List<OptionSpec> specs) {
        List<OptionSpec> fitting = specs.stream()
                .sorted(Comparator.comparing(spec -> spec.presence() != Presence.REQUIRED))
                .limit(CommandData.MAX_OPTIONS)
                .toList();
        List<Words.Named> names = fitting.stream().map(OptionRenderer::named).toList();
        return fitting.stream().map(spec -> option(spec, names)).toList();
    }

    private static Words.Named named(OptionSpec spec) {
        return new Words.Named(spec.name(), spec.descriptionKey());
    }

    private OptionData option(OptionSpec spec, List<Words.Named> siblings) {
        OptionData option = new OptionData(type(spec), spec.name(), words.description(spec.descriptionKey(), thrift.length()))
                .setRequired(spec.presence() == Presence.REQUIRED)
                .setDescriptionLocalizations(words.descriptions(spec.descriptionKey(), thrift.length()));
        if (siblings.stream().filter(other -> other.descriptionKey().equals(spec.descriptionKey())).count() == 1) {
            option.setNameLocalizations(words.names(named(spec), siblings));
        }
        if (asksForValues(spec)) {
            option.setAutoComplete(true);
        } else if (option.getType() == OptionType.STRING) {
            spec.choices().forEach(choice -> option.addChoice(choice, choice));
        }
        setBounds(spec, option);
        return option;
    }

    /** A person is picked from the members, unless the option takes other words too: then those are offered, and a mention can be typed. */
    private OptionType type(OptionSpec spec) {
        return switch (spec.type()) {
            case TEXT, JOB -> OptionType.STRING;
            case INTEGER -> OptionType.INTEGER;
            case FLAG -> OptionType.BOOLEAN;
            case MEMBER -> inbox.offersValues(command, spec.name()) ? OptionType.STRING : OptionType.USER;
            case ATTACHMENT -> OptionType.ATTACHMENT;
        };
    }

    /** Whether values are asked for while it is typed: what the server offers goes before fixed choices, as does a list too long for them. */
    private boolean asksForValues(OptionSpec spec) {
        boolean offered = inbox.offersValues(command, spec.name());
        return switch (spec.type()) {
            case TEXT -> offered || !spec.choices().isEmpty() && !(thrift.choices() && areChoices(spec.choices()));
            case JOB -> true;
            case INTEGER, MEMBER -> offered;
            case FLAG, ATTACHMENT -> false;
        };
    }

    private static boolean areChoices(List<String> choices) {
        return choices.size() <= OptionData.MAX_CHOICES
                && choices.stream().allMatch(choice -> !choice.isBlank() && choice.length() <= OptionData.MAX_CHOICE_VALUE_LENGTH);
    }

    private static void setBounds(OptionSpec spec, OptionData option) {
        if (spec.type() == Type.INTEGER) {
            // The server reads whole numbers of 32 bits.
            Range range = spec.range().orElse(new Range(0, Integer.MAX_VALUE));
            option.setRequiredRange(range.from(), range.to());
        }
        if (spec.type() == Type.TEXT && spec.choices().isEmpty()) {
            spec.range().ifPresent(range -> setLengths(range, option));
        }
    }

    private static void setLengths(Range range, OptionData option) {
        if (range.from() > 0) {
            option.setMinLength(Math.min(range.from(), OptionData.MAX_STRING_OPTION_LENGTH));
        }
        if (range.to() > 0) {
            option.setMaxLength(Math.min(range.to(), OptionData.MAX_STRING_OPTION_LENGTH));
        }
    }
}
