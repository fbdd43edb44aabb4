package org.spoolbot.discord.inbound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import org.spoolbot.api.media.Upload;
import org.spoolbot.discord.outbound.Address;

/**
 * What somebody filled in.
 *
 * @param values by the name of the option or field
 * @param attachments files by the name of the option
 * @param uploads files of a form's field, in order
 */
record Answers(Map<String, List<String>> values, Map<String, Upload> attachments, List<Upload> uploads) {
    /** The options of a slash command. */
    static Answers of(CommandInteractionPayload command, CdnFiles files) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, Upload> attachments = new LinkedHashMap<>();
        for (OptionMapping option : command.getOptions()) {
            if (option.getType() == OptionType.ATTACHMENT) {
                attachments.put(option.getName(), files.of(option.getAsAttachment()));
            } else {
                values.put(option.getName(), List.of(value(option)));
            }
        }
        return new Answers(values, attachments, List.of());
    }

    /** The fields of a modal. */
    static Answers of(List<ModalMapping> fields, CdnFiles files) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<Upload> uploads = new ArrayList<>();
        for (ModalMapping field : fields) {
            if (field.getType() == Component.Type.FILE_UPLOAD) {
                uploads.addAll(files.of(field.getAsAttachmentList()));
            } else {
                values.put(field.getCustomId(), values(field));
            }
        }
        return new Answers(values, Map.of(), uploads);
    }

    /** One value for each name; what was left blank was not given. */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        values.forEach((name, given) -> {
            if (!given.isEmpty() && !given.getFirst().isBlank()) {
                options.put(name, given.getFirst());
            }
        });
        return options;
    }

    /** A person comes as a bare number; the server wants to know on which platform. */
    static String value(OptionMapping option) {
        return option.getType() == OptionType.USER ? Address.PLATFORM + ":" + option.getAsString() : option.getAsString();
    }

    private static List<String> values(ModalMapping field) {
        return switch (field.getType()) {
            case STRING_SELECT, CHECKBOX_GROUP -> field.getAsStringList();
            case CHECKBOX -> List.of(String.valueOf(field.getAsBoolean()));
            case TEXT_INPUT -> List.of(field.getAsString());
            default -> List.of();
        };
    }
}
