package org.spoolbot.discord.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Message;

/** One container of texts, pictures, menus and buttons. */
final class StackedMessage {
    private static final int COMPONENTS = net.dv8tion.jda.api.entities.Message.MAX_COMPONENT_COUNT_IN_COMPONENT_TREE;
    private static final int ALL_TEXT = net.dv8tion.jda.api.entities.Message.MAX_CONTENT_LENGTH_COMPONENT_V2;
    private static final int TEXT = 1_500;
    private static final int TITLE = 256;
    private static final int FACTS = 1_000;
    private static final int FACT = 300;
    private static final int PROGRESS = 400;
    private static final String NOTHING = "\u200B";

    private StackedMessage() {}

    static <R extends MessageRequest<R>> R filled(R request, Message message, String greeting, Carried files) {
        boolean veiled = message.envelope().spoiler();
        List<ContainerChildComponent> parts = new ArrayList<>(texts(message, greeting));
        parts.addAll(media(files, veiled));
        if (parts.isEmpty()) {
            parts.add(TextDisplay.of(NOTHING));
        }
        parts.addAll(Rows.stacked(message.controls(), COMPONENTS - 1 - parts.size()));
        Container container = Container.of(parts)
                .withAccentColor(message.card().map(card -> Tint.of(card.tone())).orElse(null));
        return request.setContent("").setEmbeds().useComponentsV2().setComponents(container);
    }

    private static List<TextDisplay> texts(Message message, String greeting) {
        String text = PlainText.speech(message.text(), TEXT);
        String said = greeting.isEmpty() || text.isEmpty() ? greeting + text : greeting + " " + text;
        String title = message.card().map(card -> title(card)).orElse("");
        String facts = message.card().map(card -> facts(card.fields())).orElse("");
        String progress = message.progress().map(told -> ProgressLine.of(told, PROGRESS)).orElse("");
        int room = ALL_TEXT - said.length() - title.length() - facts.length() - progress.length();
        String body = message.card().map(card -> PlainText.escape(card.body(), room - 1)).orElse("");
        String head = Stream.of(title, body).filter(Predicate.not(String::isBlank)).collect(Collectors.joining("\n"));
        return Stream.of(said, head, facts, progress)
                .filter(Predicate.not(String::isBlank))
                .map(TextDisplay::of)
                .toList();
    }

    private static String title(Card card) {
        String title = PlainText.escape(card.title().replace('\n', ' '), TITLE).strip();
        return title.isEmpty() ? "" : "### " + title;
    }

    /** One fact a line, as many as fit. */
    private static String facts(List<Card.Field> fields) {
        StringBuilder facts = new StringBuilder();
        for (Card.Field field : fields) {
            String line = fact(PlainText.escape(field.name(), FACT).strip(), PlainText.escape(field.value(), FACT).strip());
            if (facts.length() + line.length() + 1 <= FACTS) {
                facts.append(facts.isEmpty() ? "" : "\n").append(line);
            }
        }
        return facts.toString();
    }

    private static String fact(String name, String value) {
        return name.isEmpty() ? value : "**" + name + "** " + value;
    }

    private static List<ContainerChildComponent> media(Carried files, boolean veiled) {
        List<MediaGalleryItem> shown = Stream.concat(files.attached().stream(), files.pictures().stream())
                .filter(Predicate.not(files.sounds()::contains))
                .map(file -> MediaGalleryItem.fromFile(file).withSpoiler(veiled))
                .toList();
        List<ContainerChildComponent> media = new ArrayList<>();
        if (!shown.isEmpty()) {
            media.add(MediaGallery.of(shown));
        }
        files.attached().stream()
                .filter(files.sounds()::contains)
                .map(file -> FileDisplay.fromFile(file).withSpoiler(veiled))
                .forEach(media::add);
        return media;
    }
}
