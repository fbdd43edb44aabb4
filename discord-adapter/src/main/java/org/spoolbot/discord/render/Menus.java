package org.spoolbot.discord.render;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.selections.SelectMenu;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import org.spoolbot.api.message.Control;

/** The options of Discord's menus: at most 25, each value once, one of them chosen. */
final class Menus {
    private Menus() {}

    static StringSelectMenu menu(Control.Select select) {
        return StringSelectMenu.create(select.id())
                .setPlaceholder(PlainText.label(select.label(), SelectMenu.PLACEHOLDER_MAX_LENGTH))
                .addOptions(options(select.options()))
                .build();
    }

    static Collection<SelectOption> options(List<Control.Option> options) {
        Map<String, SelectOption> distinct = new LinkedHashMap<>();
        boolean chosen = false;
        for (Control.Option option : options) {
            if (isValue(option.value()) && !distinct.containsKey(option.value())) {
                distinct.put(option.value(), option(option).withDefault(option.selected() && !chosen));
                chosen |= option.selected();
            }
        }
        return distinct.values();
    }

    static Collection<SelectOption> values(List<String> values) {
        return options(values.stream()
                .map(value -> new Control.Option(value, value, false))
                .limit(SelectMenu.OPTIONS_MAX_AMOUNT)
                .toList());
    }

    private static boolean isValue(String value) {
        return !value.isBlank() && value.length() <= SelectOption.VALUE_MAX_LENGTH;
    }

    private static SelectOption option(Control.Option option) {
        return SelectOption.of(PlainText.label(option.label(), SelectOption.LABEL_MAX_LENGTH), option.value());
    }
}
