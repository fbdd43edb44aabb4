package org.spoolbot.telegram.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.telegram.shelf.Shelf;

/** Which controls stand under which message, kept for menus: Telegram tells what was pressed, not what else could be. */
public final class MenuShelf {
    /** Drafts live shorter; settings may stand for a while. */
    private static final Shelf.Bounds BOUNDS = new Shelf.Bounds(20_000, Duration.ofDays(30));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Shelf shelf;

    /** On the plugin's own store. */
    public MenuShelf(KeyValueStore store, InstantSource clock) {
        this.shelf = new Shelf(store, "menu/", BOUNDS, clock);
    }

    /** Notes what stands under a message now. Only menus need it. */
    public void put(String chat, String message, List<Control> controls) {
        if (!hasMenus(controls)) {
            shelf.remove(key(chat, message));
            return;
        }
        ArrayNode nodes = JSON.createArrayNode();
        controls.forEach(control -> write(nodes.addObject(), control));
        shelf.put(key(chat, message), nodes.toString());
    }

    /** Whether there is anything to keep. */
    public static boolean hasMenus(List<Control> controls) {
        return controls.stream().anyMatch(Control.Select.class::isInstance);
    }

    /** What stands under a message, if it has menus. */
    public Optional<List<Control>> get(String chat, String message) {
        return shelf.get(key(chat, message)).flatMap(MenuShelf::read);
    }

    /** Forgets what is too old. */
    public void tidy() {
        shelf.tidy();
    }

    private static String key(String chat, String message) {
        return chat + "/" + message;
    }

    private static Optional<List<Control>> read(String json) {
        try {
            List<Control> controls = new ArrayList<>();
            JSON.readTree(json).forEach(node -> controls.add(control(node)));
            return Optional.of(controls);
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static void write(ObjectNode node, Control control) {
        node.put("id", control.id()).put("label", control.label());
        if (control instanceof Control.Select menu) {
            ArrayNode options = node.putArray("options");
            menu.options().forEach(option -> options.addObject()
                    .put("value", option.value())
                    .put("label", option.label())
                    .put("selected", option.selected()));
        }
    }

    private static Control control(JsonNode node) {
        String id = node.path("id").asText();
        String label = node.path("label").asText();
        if (!node.has("options")) {
            return Control.Button.of(id, label);
        }
        List<Control.Option> options = new ArrayList<>();
        node.path("options")
                .forEach(option -> options.add(new Control.Option(
                        option.path("value").asText(), option.path("label").asText(), option.path("selected").asBoolean())));
        return new Control.Select(id, label, options);
    }
}
