package org.spoolbot.discord.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.entities.SelfUser;
import net.dv8tion.jda.api.entities.User;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.discord.outbound.Address;

/** Hears written messages: those that mention the bot, and those of private chats. Of others Discord does not tell what they say. */
final class MessageEar {
    private final HandOver handOver;
    private final CdnFiles files;

    MessageEar(HandOver handOver, CdnFiles files) {
        this.handOver = handOver;
        this.files = files;
    }

    /** Never what bots or webhooks write, so that two bots cannot talk for ever. */
    static boolean speaksToBot(Message message) {
        User author = message.getAuthor();
        if (author.isBot() || author.isSystem() || message.isWebhookMessage() || message.getType().isSystem()) {
            return false;
        }
        return !message.isFromGuild() || message.getMentions().isMentioned(message.getJDA().getSelfUser(), MentionType.USER);
    }

    void heard(Message message) {
        handOver.message(message, () -> inbound(message));
    }

    private Inbound inbound(Message message) {
        Origin origin = Origins.of(message);
        SelfUser self = message.getJDA().getSelfUser();
        Message pointed = message.getReferencedMessage();
        boolean ours = pointed != null && pointed.getAuthor().equals(self);
        Optional<String> repliedTo = Optional.ofNullable(pointed)
                .filter(_ -> ours)
                .map(clip -> Address.of(origin.destination(), clip.getId()).id());
        return new Inbound.TextInput(
                origin,
                Address.of(origin.destination(), message.getId()).id(),
                withoutMention(message.getContentRaw(), self.getId()),
                uploads(message, ours ? null : pointed),
                new Inbound.Address(true, repliedTo));
    }

    private List<Upload> uploads(Message message, @Nullable Message pointed) {
        List<Message.Attachment> attachments = new ArrayList<>(message.getAttachments());
        message.getMessageSnapshots().forEach(forwarded -> attachments.addAll(forwarded.getAttachments()));
        if (pointed != null) {
            attachments.addAll(pointed.getAttachments());
        }
        return files.of(attachments);
    }

    /** The words around a mention stay apart by one space. */
    static String withoutMention(String text, String botId) {
        return text.replaceAll("[ \\t]?<@!?" + botId + ">", "").strip();
    }
}
