package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what people see as it comes and changes. */
final class Screen {
    private static final int MOST = 1_000;
    private final PrintStream out;
    private final Map<String, String> shown = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    Screen(PrintStream out) {
        this.out = out;
    }

    synchronized void show(Map<String, Keyboard> people) {
        people.forEach((who, keyboard) -> keyboard.sees().forEach(message -> show(who, message)));
    }

    private void show(String who, Message message) {
        String text = text(who, message);
        String before = shown.put(message.id(), text);
        if (!text.equals(before)) {
            line((before == null ? "  " : "~ ") + text);
        }
    }

    private static String text(String who, Message message) {
        StringBuilder text = new StringBuilder(message.json().path("author").path("username").asText());
        text.append(message.ephemeral() ? " (only " + who + " sees it): " : ": ").append(isLoading(message) ? "is thinking…" : words(message));
        fields(message.json()).stream().filter(field -> field.has("options")).forEach(menu -> text.append(" ").append(menu(menu)));
        message.buttons().forEach(label -> text.append(" [").append(label).append(']'));
        message.json().path("attachments").forEach(file -> text.append(" <").append(file.path("url").asText()).append('>'));
        return text.toString();
    }

    /** What can be read, without what buttons and menus say. */
    private static String words(Message message) {
        List<String> controls = new ArrayList<>(message.buttons());
        fields(message.json()).forEach(field -> controls.add(field.path("placeholder").asText()));
        return message.text().lines().filter(line -> !controls.contains(line)).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String menu(JsonNode menu) {
        List<String> labels = new ArrayList<>();
        menu.path("options").forEach(option -> labels.add((option.path("default").asBoolean() ? "*" : "") + option.path("label").asText()));
        return "(" + menu.path("placeholder").asText() + ": " + String.join(" | ", labels) + ")";
    }

    /** LOADING: https://discord.com/developers/docs/resources/message#message-object-message-flags. */
    private static boolean isLoading(Message message) {
        return (message.json().path("flags").asInt() & (1 << 7)) != 0;
    }

    /** The fields of a form, by the names that {@code submit} takes. */
    void form(JsonNode modal) {
        line("  A form opens: " + modal.path("title").asText());
        fields(modal).forEach(field -> line("    " + field.path("custom_id").asText() + (field.has("value") ? "=" + field.path("value").asText() : "")));
    }

    /** Everything below that has a custom id. */
    static Collection<JsonNode> fields(JsonNode node) {
        List<JsonNode> fields = new ArrayList<>();
        node.forEach(child -> {
            if (child.has("custom_id")) {
                fields.add(child);
            }
            fields.addAll(fields(child));
        });
        return fields;
    }

    synchronized void line(String line) {
        out.println(line);
    }
}
