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
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.store.KeyValueStore;

/** Which controls stand under which message, kept for menus: Telegram tells what was pressed, not what else could be. */
public final class MenuShelf {
    /** Drafts live shorter; settings may stand for a while. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final String PREFIX = "menu/";
    private static final int PAGE = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeyValueStore store;
    private final InstantSource clock;

    /** On the plugin's own store. */
    public MenuShelf(KeyValueStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Notes what stands under a message now. Only menus need it. */
    public void put(String chat, String message, List<Control> controls) {
        if (controls.stream().noneMatch(Control.Select.class::isInstance)) {
            store.remove(key(chat, message));
            return;
        }
        ObjectNode entry = JSON.createObjectNode().put("until", clock.instant().plus(KEPT).getEpochSecond());
        ArrayNode nodes = entry.putArray("controls");
        controls.forEach(control -> write(nodes.addObject(), control));
        store.put(key(chat, message), entry.toString());
    }

    /** What stands under a message, if it has menus. */
    public Optional<List<Control>> get(String chat, String message) {
        return store.get(key(chat, message)).map(MenuShelf::read).map(entry -> {
            List<Control> controls = new ArrayList<>();
            entry.path("controls").forEach(node -> controls.add(control(node)));
            return controls;
        });
    }

    /** Forgets what is too old. */
    public void tidy() {
        long now = clock.instant().getEpochSecond();
        String after = "";
        Map<String, String> page = store.scan(PREFIX, after, PAGE);
        while (!page.isEmpty()) {
            for (Map.Entry<String, String> entry : page.entrySet()) {
                after = entry.getKey();
                if (read(entry.getValue()).path("until").asLong() < now) {
                    store.remove(entry.getKey());
                }
            }
            page = store.scan(PREFIX, after, PAGE);
        }
    }

    private static String key(String chat, String message) {
        return PREFIX + chat + "/" + message;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            return JSON.createObjectNode();
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
