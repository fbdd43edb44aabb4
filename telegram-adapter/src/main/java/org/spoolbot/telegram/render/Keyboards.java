package org.spoolbot.telegram.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.spoolbot.api.message.Control;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Controls as keyboards under a message. Telegram has no menus: each is a button with its present choice, which opens the options in the
 * place of the keyboard.
 */
public final class Keyboards {
    static final String MENU = "m:";
    static final String OPTION = "o:";
    static final String BACK = "b";
    static final String ANSWER = "a:";

    private static final int WIDTH = 2;
    private static final int OPTION_WIDTH = 3;
    private static final int MOST_LABEL = 60;

    private Keyboards() {}

    /** The first page: menus, then buttons. Empty without controls. */
    public static Optional<InlineKeyboardMarkup> of(List<Control> controls) {
        List<InlineKeyboardButton> menus = new ArrayList<>();
        List<InlineKeyboardButton> buttons = new ArrayList<>();
        for (int place = 0; place < controls.size(); place++) {
            switch (controls.get(place)) {
                case Control.Select menu -> menus.add(button(summary(menu), MENU + place));
                case Control.Button button -> buttons.add(button(button.label(), button.id()));
            }
        }
        List<InlineKeyboardRow> rows = new ArrayList<>(rows(menus, WIDTH));
        rows.addAll(rows(buttons, WIDTH));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new InlineKeyboardMarkup(rows));
    }

    /** The options of one menu, and the way back. */
    public static InlineKeyboardMarkup options(Control.Select menu, int place) {
        List<InlineKeyboardRow> rows = rows(choices(menu.options(), option -> OPTION + place + ":" + option + ":" + mark(menu)), OPTION_WIDTH);
        rows.add(new InlineKeyboardRow(button("‹ " + menu.label(), BACK)));
        return new InlineKeyboardMarkup(rows);
    }

    /** What can be answered to a question. */
    public static InlineKeyboardMarkup answers(List<Control.Option> options) {
        return new InlineKeyboardMarkup(rows(choices(options, option -> ANSWER + option), WIDTH));
    }

    private static List<InlineKeyboardButton> choices(List<Control.Option> options, IntFunction<String> data) {
        return IntStream.range(0, options.size())
                .mapToObj(option -> button(marked(options.get(option)), data.apply(option)))
                .toList();
    }

    private static String marked(Control.Option option) {
        return (option.selected() ? "✓ " : "") + option.label();
    }

    /** One key that opens an address. */
    public static InlineKeyboardMarkup link(String label, String address) {
        InlineKeyboardButton key =
                InlineKeyboardButton.builder().text(PlainText.label(label, MOST_LABEL)).url(address).build();
        return new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(key)));
    }

    private static String summary(Control.Select menu) {
        String chosen = menu.options().stream()
                .filter(Control.Option::selected)
                .map(Control.Option::label)
                .findFirst()
                .orElse("–");
        return menu.label() + ": " + chosen + " ▾";
    }

    /** What an option stands for is known by its place alone: a menu that was changed meanwhile must not be taken for the one that was seen. */
    static String mark(Control.Select menu) {
        int mark = menu.id().hashCode();
        for (Control.Option option : menu.options()) {
            mark = 31 * mark + option.value().hashCode();
        }
        return Integer.toHexString(mark);
    }

    private static InlineKeyboardButton button(String label, String data) {
        return InlineKeyboardButton.builder().text(PlainText.label(label, MOST_LABEL)).callbackData(data).build();
    }

    private static List<InlineKeyboardRow> rows(List<InlineKeyboardButton> buttons, int width) {
        List<InlineKeyboardRow> rows = new ArrayList<>();
        for (int start = 0; start < buttons.size(); start += width) {
            rows.add(new InlineKeyboardRow(buttons.subList(start, Math.min(start + width, buttons.size()))));
        }
        return rows;
    }
}
