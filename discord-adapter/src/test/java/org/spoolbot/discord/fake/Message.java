package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A message as it stands at the moment of the look. */
public record Message(ObjectNode json) {
    /** Only one person sees it; https://discord.com/developers/docs/resources/message#message-object-message-flags. */
    static final int EPHEMERAL = 1 << 6;

    /** "Spoolbot is thinking…". */
    static final int LOADING = 1 << 7;

    /** Made of components alone. */
    static final int COMPONENTS_V2 = 1 << 15;

    /** An attachment that is blurred until clicked: attachment flags of the same page. */
    static final int SPOILER = 1 << 3;

    private static final int BUTTON = 2;
    private static final int STRING_SELECT = 3;

    /** Its id. */
    public String id() {
        return json.path("id").asText();
    }

    /** The channel it stands in. */
    public String channelId() {
        return json.path("channel_id").asText();
    }

    /** Its content. */
    public String content() {
        return json.path("content").asText();
    }

    /** Everything in it that people can read: content, embeds, text displays, labels of buttons and menus; a line each. */
    public String text() {
        Stream<String> embeds = Json.objects(json.path("embeds")).stream().flatMap(Message::embedTexts);
        Stream<String> parts = components().stream().flatMap(part -> texts(part, "content", "label", "placeholder"));
        return Stream.of(Stream.of(content()), embeds, parts).flatMap(lines -> lines).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private static Stream<String> embedTexts(ObjectNode embed) {
        Stream<String> fields = Json.objects(embed.path("fields")).stream().flatMap(field -> texts(field, "name", "value"));
        Stream<String> edges = Stream.of(embed.path("footer").path("text").asText(), embed.path("author").path("name").asText());
        return Stream.of(texts(embed, "title", "description"), fields, edges).flatMap(lines -> lines);
    }

    private static Stream<String> texts(JsonNode node, String... names) {
        return Stream.of(names).map(name -> node.path(name).asText(""));
    }

    /** The custom id of the button or menu whose label, placeholder or emoji contains that text. */
    public String customId(String label) {
        return components().stream()
                .filter(part -> part.has("custom_id"))
                .filter(part -> (shownOn(part) + part.path("emoji").path("name").asText()).contains(label))
                .map(part -> part.path("custom_id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No \"" + label + "\" in: " + text()));
    }

    /** Labels of its buttons, in order; an emoji where there is none. */
    public List<String> buttons() {
        return components().stream().filter(part -> part.path("type").asInt() == BUTTON).map(Message::shownOn).toList();
    }

    /** Its menus. */
    public List<ObjectNode> menus() {
        return components().stream().filter(part -> part.path("type").asInt() == STRING_SELECT).toList();
    }

    private static String shownOn(JsonNode part) {
        String words = part.path("label").asText("") + part.path("placeholder").asText("");
        return words.isEmpty() ? part.path("emoji").path("name").asText() : words;
    }

    /** The component with that custom id. */
    Optional<ObjectNode> component(String customId) {
        return components().stream().filter(part -> part.path("custom_id").asText().equals(customId)).findFirst();
    }

    /** All components at any depth. */
    public List<ObjectNode> components() {
        return Components.all(json.path("components"));
    }

    /** File names of its attachments. */
    public List<String> files() {
        return attachments().stream().map(attachment -> attachment.path("filename").asText()).toList();
    }

    /** Its attachments. */
    public List<ObjectNode> attachments() {
        return Json.objects(json.path("attachments"));
    }

    /** File names of its attachments that are blurred until clicked. */
    public List<String> spoilers() {
        return attachments().stream()
                .filter(attachment -> (attachment.path("flags").asInt() & SPOILER) != 0)
                .map(attachment -> attachment.path("filename").asText())
                .toList();
    }

    /** The ids of the accounts that it pings. */
    public List<String> pings() {
        return Json.objects(json.path("mentions")).stream().map(user -> user.path("id").asText()).toList();
    }

    /** The id of the message that it replies to; empty when it replies to none. */
    public Optional<String> repliesTo() {
        return Optional.of(json.path("message_reference").path("message_id").asText()).filter(id -> !id.isEmpty());
    }

    /** Whether only one person sees it. */
    public boolean ephemeral() {
        return (json.path("flags").asInt() & EPHEMERAL) != 0;
    }

    /** Whether it only says that the bot is thinking. */
    public boolean loading() {
        return (json.path("flags").asInt() & LOADING) != 0;
    }
}
