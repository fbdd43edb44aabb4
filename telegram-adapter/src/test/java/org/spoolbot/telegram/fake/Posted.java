package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** A message as it stands now. */
public final class Posted {
    private static final List<String> CONTENT = List.of(
            "text", "entities", "caption", "caption_entities", "photo", "video", "animation", "audio", "voice", "document", "reply_markup",
            "link_preview_options", "has_media_spoiler", "show_caption_above_media");

    private final Scene scene;
    private final Chat chat;
    private final long id;
    private final Instant date;
    private final ObjectNode message;
    private final JsonNode markup;
    private final List<String> reactions = new ArrayList<>();
    private int edits;
    private boolean deleted;

    Posted(Scene scene, Chat chat, long id, Instant date, ObjectNode message, JsonNode markup) {
        this.scene = scene;
        this.chat = chat;
        this.id = id;
        this.date = date;
        this.message = message;
        this.markup = markup;
    }

    /** A button under a message; {@code data} is empty for a link and {@code url} for a callback. */
    public record Button(String label, String data, String url) {}

    public long id() {
        return id;
    }

    public Chat chat() {
        return chat;
    }

    public Instant date() {
        return date;
    }

    /** The Message object of the Bot API. */
    public ObjectNode json() {
        return scene.in(message::deepCopy);
    }

    /** Text or caption, empty if it has neither. */
    public String text() {
        return scene.in(() -> message.path("text").asText(message.path("caption").asText("")));
    }

    /** What kind of medium it carries. */
    public Optional<Kind> kind() {
        return scene.in(() -> {
            for (Kind kind : Kind.values()) {
                if (message.has(kind.field())) {
                    return Optional.of(kind);
                }
            }
            return Optional.<Kind>empty();
        });
    }

    /** The id of its file; of a photo, of the largest size. */
    public Optional<String> fileId() {
        return kind().map(kind -> scene.in(() -> {
            JsonNode medium = message.path(kind.field());
            return (medium.isArray() ? medium.get(medium.size() - 1) : medium).path("file_id").asText();
        }));
    }

    public List<List<Button>> keyboard() {
        return scene.in(() -> {
            List<List<Button>> rows = new ArrayList<>();
            for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
                List<Button> buttons = new ArrayList<>();
                row.forEach(one -> buttons.add(new Button(one.path("text").asText(), one.path("callback_data").asText(""), one.path("url").asText(""))));
                rows.add(buttons);
            }
            return rows;
        });
    }

    public List<String> labels() {
        return keyboard().stream().flatMap(List::stream).map(Button::label).toList();
    }

    /** The first button whose label contains this. */
    public Button button(String label) {
        return keyboard().stream().flatMap(List::stream).filter(one -> one.label().contains(label)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("no button \"" + label + "\" among " + labels()));
    }

    /** Whether it opens the reply field of the one it is meant for. */
    public boolean asksForReply() {
        return markup.path("force_reply").asBoolean();
    }

    public OptionalLong repliesTo() {
        return scene.in(() -> message.has("reply_to_message") ? OptionalLong.of(message.path("reply_to_message").path("message_id").asLong()) : OptionalLong.empty());
    }

    /** The topic it stands in, 0 outside topics. */
    public int thread() {
        return scene.in(() -> message.path("is_topic_message").asBoolean() ? message.path("message_thread_id").asInt() : 0);
    }

    public boolean isFromBot() {
        return message.path("from").path("id").asLong() == World.BOT_ID;
    }

    public boolean isDeleted() {
        return scene.in(() -> deleted);
    }

    public int edits() {
        return scene.in(() -> edits);
    }

    /** What the bot reacted with. */
    public List<String> reactions() {
        return scene.in(() -> List.copyOf(reactions));
    }

    /** Blocks until it is as wished. */
    public Posted await(Predicate<Posted> wish, Duration patience) {
        if (!scene.await(patience, () -> wish.test(this))) {
            throw new AssertionError("The message never became as expected. It is: " + this);
        }
        return this;
    }

    void react(List<String> emoji) {
        reactions.clear();
        reactions.addAll(emoji);
    }

    void delete() {
        deleted = true;
    }

    JsonNode markup() {
        return markup;
    }

    ObjectNode put(String field, long value) {
        return message.put(field, value);
    }

    /** The part of a message that an edit can change. */
    ObjectNode content() {
        return message.deepCopy().retain(CONTENT);
    }

    /** Puts new content in the place of the old, or refuses if nothing would change (server: fail_query_with_error). */
    void replace(ObjectNode content, long when) {
        if (content.equals(content())) {
            throw Refusal.badRequest(Texts.NOT_MODIFIED);
        }
        message.remove(CONTENT);
        message.setAll(content);
        message.put("edit_date", when);
        edits++;
    }

    /** As it appears inside a reply to it: without its own reply (docs: Message.reply_to_message). */
    ObjectNode quoted() {
        ObjectNode copy = json();
        copy.remove("reply_to_message");
        return copy;
    }

    @Override
    public String toString() {
        return "#" + id + (isDeleted() ? " (deleted) " : " ") + kind().map(kind -> "[" + kind.field() + "] ").orElse("") + text() + (labels().isEmpty() ? "" : " " + labels());
    }
}
