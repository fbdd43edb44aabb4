package org.spoolbot.discord.render;

import java.util.EnumSet;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;

/**
 * Messages as Discord's. Pure, but that pictures are shrunk and files are opened when they are sent. Nobody is called but whom the envelope mentions. The nonce
 * of the envelope is no part of what JDA calls a message's data: whoever sends sets it.
 */
public final class MessageRenderer {
    private static final String PLATFORM = "discord";

    private final Thumbnails thumbnails = new Thumbnails();

    /** How a message is best shown: with a menu stacked, else classic. */
    public static Layout layoutOf(Message message) {
        return message.controls().stream().anyMatch(Control.Select.class::isInstance) ? Layout.STACKED : Layout.CLASSIC;
    }

    /** A new message. */
    public MessageCreateData create(Message message, Layout layout) {
        return filled(new MessageCreateBuilder(), message, layout).build();
    }

    /** What replaces a message of that layout. A classic message may also be replaced by a stacked one, never the other way. */
    public MessageEditData edit(Message message, Layout layout) {
        return filled(new MessageEditBuilder(), message, layout).setReplace(true).build();
    }

    private <R extends MessageRequest<R>> R filled(R request, Message message, Layout layout) {
        Optional<String> called = called(message);
        R silent = request.setAllowedMentions(EnumSet.noneOf(MentionType.class))
                .mentionRepliedUser(false)
                .mentionUsers(called.stream().toList());
        String greeting = called.map(id -> "<@" + id + ">").orElse("");
        Carried files = Carried.of(message, thumbnails);
        return switch (layout) {
            case CLASSIC -> ClassicMessage.filled(silent, message, greeting, files);
            case STACKED -> StackedMessage.filled(silent, message, greeting, files);
        };
    }

    /** Who is called: where only the asker reads, nobody has to be. */
    private static Optional<String> called(Message message) {
        return message.envelope()
                .mention()
                .filter(_ -> message.envelope().audience() == Message.Audience.CHANNEL)
                .filter(account -> account.platform().equals(PLATFORM) && account.id().matches("[0-9]{1,20}"))
                .map(account -> account.id());
    }
}
