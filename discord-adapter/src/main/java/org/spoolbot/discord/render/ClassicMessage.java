package org.spoolbot.discord.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Message;

/** Content, an embed for the card, rows of buttons. */
final class ClassicMessage {
    private static final int CONTENT = net.dv8tion.jda.api.entities.Message.MAX_CONTENT_LENGTH;
    private static final int PROGRESS = 400;
    private static final int FIELDS = 20;

    /** What is kept for a card's own text when its facts are many. */
    private static final int BODY_KEPT = 2_000;

    /** Discord takes no empty text where it wants one. */
    private static final String NOTHING = "\u200B";

    private ClassicMessage() {}

    static <R extends MessageRequest<R>> R filled(R request, Message message, String greeting, Carried files) {
        List<FileUpload> loose = Stream.concat(files.attached().stream(), files.pictures().stream()).toList();
        Optional<MessageEmbed> embed = message.card().map(card -> embed(card, files, message.envelope().spoiler()));
        String content = content(message, greeting);
        boolean empty = content.isBlank() && embed.isEmpty() && loose.isEmpty();
        return request.setContent(empty ? NOTHING : content)
                .setEmbeds(embed.stream().toList())
                .setComponents(Rows.classic(message.controls()))
                .setFiles(loose);
    }

    private static String content(Message message, String greeting) {
        String progress = message.progress().map(told -> ProgressLine.of(told, PROGRESS)).orElse("");
        List<String> parts = new ArrayList<>();
        int room = CONTENT - greeting.length() - progress.length() - 2;
        String text = PlainText.speech(message.text(), room);
        parts.add(greeting.isEmpty() || text.isEmpty() ? greeting + text : greeting + " " + text);
        parts.add(progress);
        parts.removeIf(String::isBlank);
        return String.join("\n", parts).strip();
    }

    private static MessageEmbed embed(Card card, Carried files, boolean veiled) {
        EmbedBuilder embed = new EmbedBuilder().setColor(Tint.of(card.tone()));
        String title = filled(card.title(), MessageEmbed.TITLE_MAX_LENGTH);
        embed.setTitle(title);
        int room = MessageEmbed.EMBED_MAX_LENGTH_BOT - title.length();
        int body = Math.min(PlainText.escape(card.body()).length(), BODY_KEPT);
        room -= addFields(embed, card.fields(), room - body);
        embed.setDescription(PlainText.escape(card.body(), Math.min(room, MessageEmbed.DESCRIPTION_MAX_LENGTH)));
        if (!veiled && !files.pictures().isEmpty()) {
            embed.setThumbnail("attachment://" + files.pictures().getFirst().getName());
        }
        return embed.build();
    }

    private static int addFields(EmbedBuilder embed, List<Card.Field> fields, int room) {
        int used = 0;
        for (Card.Field field : fields.stream().limit(FIELDS).toList()) {
            String name = filled(field.name(), MessageEmbed.TITLE_MAX_LENGTH);
            String value = filled(field.value(), MessageEmbed.VALUE_MAX_LENGTH);
            if (used + name.length() + value.length() > room) {
                return used;
            }
            embed.addField(name, value, !field.wide());
            used += name.length() + value.length();
        }
        return used;
    }

    private static String filled(String text, int length) {
        String escaped = PlainText.escape(text, length).strip();
        return escaped.isEmpty() ? NOTHING : escaped;
    }
}
