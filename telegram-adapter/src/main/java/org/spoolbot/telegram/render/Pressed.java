package org.spoolbot.telegram.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.message.Control;

/** What a pressed key means. Its data is foreign text: anybody may send any. */
public sealed interface Pressed {
    /** Open the options of a menu. */
    record Open(Control.Select menu, int place) implements Pressed {}

    /** Back to the first page. */
    record Back() implements Pressed {}

    /** An action of the server. */
    record Action(String id, Map<String, List<String>> values) implements Pressed {}

    /** The answer to a question of the bot. */
    record Answer(int option) implements Pressed {}

    /** Nothing that is known any more. */
    record Stale() implements Pressed {}

    /** Reads data with the controls that stand under the message, as far as they are known. */
    static Pressed of(String data, Optional<List<Control>> controls) {
        if (data.equals(Keyboards.BACK)) {
            return controls.isPresent() ? new Back() : new Stale();
        }
        if (data.startsWith(Keyboards.MENU)) {
            int place = number(data.substring(Keyboards.MENU.length()));
            return menu(controls, place).<Pressed>map(menu -> new Open(menu, place)).orElseGet(Stale::new);
        }
        if (data.startsWith(Keyboards.OPTION)) {
            return chosen(data.substring(Keyboards.OPTION.length()), controls);
        }
        return data.startsWith(Keyboards.ANSWER)
                ? new Answer(number(data.substring(Keyboards.ANSWER.length())))
                : new Action(data, Map.of());
    }

    private static Pressed chosen(String data, Optional<List<Control>> controls) {
        String[] parts = data.split(":", -1);
        if (parts.length != 3) {
            return new Stale();
        }
        Optional<Control.Select> menu = menu(controls, number(parts[0])).filter(one -> Keyboards.mark(one).equals(parts[2]));
        int option = number(parts[1]);
        if (menu.isEmpty() || option < 0 || option >= menu.get().options().size()) {
            return new Stale();
        }
        String id = menu.get().id();
        return new Action(id, Map.of(id, List.of(menu.get().options().get(option).value())));
    }

    private static Optional<Control.Select> menu(Optional<List<Control>> controls, int place) {
        return controls.filter(all -> place >= 0 && place < all.size())
                .map(all -> all.get(place))
                .filter(Control.Select.class::isInstance)
                .map(Control.Select.class::cast);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : -1;
    }
}
