package org.spoolbot.engine.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;

/** Messages as lines of text; remembers the buttons of the last one that had any. Thread-safe. */
final class ConsolePrinter {
    private final ConsoleLines lines;
    private volatile List<Pressable> buttons = List.of();

    ConsolePrinter(ConsoleLines lines) {
        this.lines = lines;
    }

    /** A button that a number presses. */
    record Pressable(String messageId, String actionId) {}

    /** The button of that number. */
    Optional<Pressable> button(String number) {
        List<Pressable> now = buttons;
        if (!number.matches("[1-9]\\d?") || Integer.parseInt(number) > now.size()) {
            return Optional.empty();
        }
        return Optional.of(now.get(Integer.parseInt(number) - 1));
    }

    void print(String messageId, Message message) {
        text(message.text());
        message.card().ifPresent(this::card);
        message.progress().ifPresent(progress -> line("  " + progress.label()));
        message.attachments().forEach(file -> line("  " + file.name() + ": " + file.file().path()));
        controls(messageId, message.controls());
    }

    private void card(Card card) {
        line(card.title());
        text(card.body());
        card.fields().forEach(field -> line("  " + field.name() + ": " + field.value()));
    }

    /** Menus and forms have no place in a line; what they set can be typed as an option. */
    private void controls(String messageId, List<Control> controls) {
        List<Pressable> pressable = new ArrayList<>();
        StringBuilder labels = new StringBuilder("  ");
        for (Control control : controls) {
            if (control instanceof Control.Button button && button.form().isEmpty()) {
                pressable.add(new Pressable(messageId, button.id()));
                labels.append('[').append(pressable.size()).append(' ').append(button.label()).append("] ");
            }
        }
        if (!pressable.isEmpty()) {
            buttons = List.copyOf(pressable);
            line(labels.toString().stripTrailing());
        }
    }

    private void text(String text) {
        text.lines().forEach(this::line);
    }

    private void line(String foreign) {
        lines.print(LogMask.clean(foreign));
    }
}
