package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods that change, delete and mark messages. */
final class Editing {
    private static final Duration DELETABLE = Duration.ofHours(48); // docs: deleteMessage
    private static final List<String> REACTIONS = List.of(
            "👍", "👎", "❤", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🎉", "🤩", "🙏", "👌", "💯", "⚡", "🏆", "👀", "🤝", "✍", "🫡", "🎬", "😢", "💔", "🤷", "🙈");

    private final World world;
    private final Contents contents;
    private final Flood flood;

    Editing(World world, Contents contents, Flood flood) {
        this.world = world;
        this.contents = contents;
        this.flood = flood;
    }

    void offer(Map<String, Method> methods) {
        methods.put("editMessageText", this::text);
        methods.put("editMessageCaption", this::caption);
        methods.put("editMessageMedia", this::media);
        methods.put("editMessageReplyMarkup", this::markup);
        methods.put("deleteMessage", this::delete);
        methods.put("deleteMessages", this::deleteAll);
        methods.put("setMessageReaction", this::react);
        methods.put("answerCallbackQuery", this::answer);
    }

    private JsonNode text(Parameters parameters) {
        Posted message = editable(parameters);
        if (message.kind().isPresent()) {
            throw Refusal.badRequest("there is no text in the message to edit");
        }
        return replaced(message, contents.text(parameters), parameters);
    }

    private JsonNode caption(Parameters parameters) {
        Posted message = editable(parameters);
        if (message.kind().isEmpty()) {
            throw Refusal.badRequest("there is no caption in the message to edit");
        }
        ObjectNode content = message.content();
        content.remove(List.of("caption", "caption_entities", "reply_markup", "show_caption_above_media"));
        content.setAll(contents.caption(parameters.text("caption").orElse(""), parameters.text("parse_mode").orElse(""), parameters.json("caption_entities")));
        if (parameters.flag("show_caption_above_media")) {
            content.put("show_caption_above_media", true);
        }
        return replaced(message, content, parameters);
    }

    private JsonNode media(Parameters parameters) {
        Posted message = editable(parameters);
        return replaced(message, contents.inputMedia(parameters.json("media"), parameters), parameters);
    }

    private JsonNode markup(Parameters parameters) {
        Posted message = editable(parameters);
        ObjectNode content = message.content();
        content.remove("reply_markup");
        return replaced(message, content, parameters);
    }

    /** A keyboard that is not sent again is gone (docs: Updating messages). */
    private JsonNode replaced(Posted message, ObjectNode content, Parameters parameters) {
        Keyboard.onto(content, parameters.json("reply_markup"));
        flood.count(message.chat(), 1);
        message.replace(content, world.now());
        return message.json();
    }

    private Posted editable(Parameters parameters) {
        Chat chat = Destination.writable(world, parameters);
        Posted message = chat.known(messageId(parameters), Texts.EDIT_NOT_FOUND);
        // A message that came with a reply keyboard or asked for a reply stays as it is.
        if (!message.isFromBot() || !message.markup().isMissingNode() && !message.markup().isEmpty() && !message.markup().has("inline_keyboard")) {
            throw Refusal.badRequest(Texts.CANNOT_EDIT);
        }
        return message;
    }

    private static long messageId(Parameters parameters) {
        return parameters.number("message_id").orElseThrow(() -> Refusal.badRequest("message identifier is not specified"));
    }

    private JsonNode delete(Parameters parameters) {
        Chat chat = Destination.chat(world, parameters);
        Posted message = chat.known(messageId(parameters), Texts.DELETE_NOT_FOUND);
        requireDeletable(chat, message);
        message.delete();
        return Json.yes();
    }

    /** What cannot be found or deleted is skipped (docs: deleteMessages). */
    private JsonNode deleteAll(Parameters parameters) {
        Chat chat = Destination.chat(world, parameters);
        List<Posted> found = new ArrayList<>();
        parameters.json("message_ids").forEach(id -> chat.message(id.asLong()).ifPresent(found::add));
        found.stream().filter(message -> refusalToDelete(chat, message).isEmpty()).forEach(Posted::delete);
        return Json.yes();
    }

    private void requireDeletable(Chat chat, Posted message) {
        refusalToDelete(chat, message).ifPresent(why -> {
            throw Refusal.badRequest(why);
        });
    }

    private Optional<String> refusalToDelete(Chat chat, Posted message) {
        Standing bot = chat.botStanding();
        if (bot.isAdmin() && (!chat.isSupergroup() || bot.rights().contains("can_delete_messages"))) {
            return Optional.empty();
        }
        if (!message.isFromBot() && !chat.isPrivate()) {
            return Optional.of(Texts.CANNOT_DELETE);
        }
        boolean old = message.date().plus(DELETABLE).isBefore(world.clock().instant());
        return old ? Optional.of(Texts.CANNOT_DELETE_FOR_EVERYONE) : Optional.empty();
    }

    private JsonNode react(Parameters parameters) {
        Chat chat = Destination.writable(world, parameters);
        Posted message = chat.known(messageId(parameters), "message to react not found");
        List<String> emoji = new ArrayList<>();
        parameters.json("reaction").forEach(one -> emoji.add(one.path("emoji").asText()));
        if (!REACTIONS.containsAll(emoji)) {
            throw Refusal.badRequest("REACTION_INVALID");
        }
        if (emoji.size() > 1) {
            throw Refusal.badRequest("REACTIONS_TOO_MANY");
        }
        message.react(emoji);
        return Json.yes();
    }

    private JsonNode answer(Parameters parameters) {
        Press press = world.answerable(parameters.text("callback_query_id").orElse(""));
        String text = parameters.text("text").orElse("");
        if (text.length() > 200) { // docs: answerCallbackQuery
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        press.answer(text, parameters.flag("show_alert"), parameters.text("url").orElse(""));
        return Json.yes();
    }
}
