package org.spoolbot.playground;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Progress;

/** Messages as the page's JSON. Pure. */
final class MessageRenderer {
    private final JsonMapper json;

    MessageRenderer(JsonMapper json) {
        this.json = json;
    }

    ObjectNode render(String id, Instant at, Optional<String> replyTo, Message message) {
        ObjectNode node = json.createObjectNode()
                .put("id", id)
                .put("from", "bot")
                .put("at", at.toString())
                .put("text", message.text())
                .put("private", message.envelope().audience() != Message.Audience.CHANNEL);
        replyTo.ifPresent(value -> node.put("replyTo", value));
        message.envelope().nonce().ifPresent(value -> node.put("nonce", value));
        addButtons(node.putArray("buttons"), message.controls());
        addAttachments(node.putArray("attachments"), message.attachments());
        if (message.card().isPresent() || hasSelect(message)) {
            addCard(node.putObject("card"), message);
        }
        message.progress().ifPresent(progress -> addProgress(node.putObject("progress"), progress));
        return node;
    }

    private static boolean hasSelect(Message message) {
        return message.controls().stream().anyMatch(Control.Select.class::isInstance);
    }

    private static void addButtons(ArrayNode buttons, List<Control> controls) {
        for (Control control : controls) {
            if (control instanceof Control.Button button) {
                ObjectNode node = buttons.addObject()
                        .put("id", button.id())
                        .put("label", button.label())
                        .put("style", button.style().name().toLowerCase(Locale.ROOT));
                button.form().filter(MessageRenderer::asks).ifPresent(form -> addForm(node.putObject("form"), form));
            }
        }
    }

    /** The page takes files by its composer: a form that asks for nothing else is none. */
    private static boolean asks(Control.Form form) {
        return !form.fields().stream().allMatch(Control.FileField.class::isInstance);
    }

    private static void addForm(ObjectNode node, Control.Form form) {
        ArrayNode fields = node.put("title", form.title()).put("submit", form.submit()).putArray("fields");
        form.fields().forEach(field -> addField(fields, field));
    }

    private static void addField(ArrayNode fields, Control.FormField field) {
        switch (field) {
            case Control.TextField text -> fields.addObject()
                    .put("id", text.id())
                    .put("label", text.label())
                    .put("value", text.value())
                    .put("multiline", text.multiline())
                    .put("maxLength", text.maxLength());
            case Control.ChoiceField choice -> addOptions(
                    fields.addObject().put("id", choice.id()).put("label", choice.label()).putArray("options"), choice.options());
            case Control.FileField _ -> {}
        }
    }

    private static void addOptions(ArrayNode nodes, List<Control.Option> options) {
        options.forEach(option -> nodes.addObject()
                .put("value", option.value())
                .put("label", option.label())
                .put("selected", option.selected()));
    }

    private static void addAttachments(ArrayNode nodes, List<Attachment> attachments) {
        for (Attachment attachment : attachments) {
            ObjectNode node = nodes.addObject()
                    .put("name", attachment.name())
                    .put("contentType", attachment.file().info().type().mimeType())
                    .put("url", address(attachment.file()))
                    .put("size", attachment.file().info().bytes());
            attachment.file().info().size().ifPresent(size -> node.put("width", size.width()).put("height", size.height()));
            attachment.file().info().duration().ifPresent(length -> node.put("duration", length.toMillis() / 1000.0));
            attachment.poster().ifPresent(poster -> node.put("poster", address(poster)));
        }
    }

    private static void addCard(ObjectNode node, Message message) {
        message.card().ifPresent(card -> addFacts(node, card));
        ArrayNode selects = node.putArray("selects");
        for (Control control : message.controls()) {
            if (control instanceof Control.Select select) {
                ObjectNode menu = selects.addObject().put("id", select.id()).put("label", select.label());
                ArrayNode options = menu.putArray("options");
                select.options().forEach(option -> options.addObject()
                        .put("value", option.value())
                        .put("label", option.label())
                        .put("selected", option.selected()));
            }
        }
    }

    private static void addFacts(ObjectNode node, Card card) {
        node.put("title", card.title()).put("body", card.body()).put("tone", card.tone().name().toLowerCase(Locale.ROOT));
        ArrayNode fields = node.putArray("fields");
        card.fields().forEach(field -> fields.addObject()
                .put("name", field.name())
                .put("value", field.value())
                .put("wide", field.wide()));
        ArrayNode thumbnails = node.putArray("thumbnails");
        card.thumbnails().forEach(file -> thumbnails.add(address(file)));
    }

    private static void addProgress(ObjectNode node, Progress progress) {
        node.put("label", progress.label());
        progress.fraction().ifPresent(value -> node.put("fraction", value));
        progress.position().ifPresent(value -> node.put("position", value));
        progress.eta().ifPresent(value -> node.put("eta", value));
    }

    private static String address(MediaFile file) {
        return "api/files/" + file.info().sha256();
    }
}
