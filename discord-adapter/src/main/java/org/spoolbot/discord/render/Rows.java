package org.spoolbot.discord.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import org.spoolbot.api.message.Control;

/** Rows of menus and buttons: each menu a row, buttons by fives, every id once. Where they do not all fit, the last menus are left out. */
final class Rows {
    private static final int CLASSIC_ROWS = 5;
    private static final int MENU_WITH_ROW = 2;

    private Rows() {}

    static List<ActionRow> classic(List<Control> controls) {
        List<ActionRow> buttons = buttons(controls);
        List<ActionRow> rows = new ArrayList<>(menus(controls, CLASSIC_ROWS - buttons.size()));
        rows.addAll(buttons);
        return rows;
    }

    /** @param room how many components fit, rows counted */
    static List<ActionRow> stacked(List<Control> controls, int room) {
        List<ActionRow> buttons = buttons(controls);
        int taken = buttons.stream().mapToInt(row -> 1 + row.getComponents().size()).sum();
        List<ActionRow> rows = new ArrayList<>(menus(controls, (room - taken) / MENU_WITH_ROW));
        rows.addAll(buttons);
        return rows;
    }

    private static List<ActionRow> menus(List<Control> controls, int most) {
        return distinct(controls).stream()
                .filter(Control.Select.class::isInstance)
                .map(Control.Select.class::cast)
                .filter(select -> !Menus.options(select.options()).isEmpty())
                .limit(Math.max(0, most))
                .map(select -> ActionRow.of(Menus.menu(select)))
                .toList();
    }

    private static List<ActionRow> buttons(List<Control> controls) {
        List<Button> buttons = distinct(controls).stream()
                .filter(Control.Button.class::isInstance)
                .map(Control.Button.class::cast)
                .map(Rows::button)
                .toList();
        return buttons.isEmpty() ? List.of() : ActionRow.partitionOf(buttons);
    }

    private static List<Control> distinct(List<Control> controls) {
        Set<String> ids = new HashSet<>();
        return controls.stream().filter(control -> ids.add(control.id())).toList();
    }

    private static Button button(Control.Button button) {
        ButtonStyle style = switch (button.style()) {
            case PRIMARY -> ButtonStyle.PRIMARY;
            case SECONDARY -> ButtonStyle.SECONDARY;
            case DANGER -> ButtonStyle.DANGER;
        };
        return Button.of(style, button.id(), PlainText.label(button.label(), Button.LABEL_MAX_LENGTH));
    }
}
