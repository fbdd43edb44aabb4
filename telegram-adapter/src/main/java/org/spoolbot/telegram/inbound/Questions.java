package org.spoolbot.telegram.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.store.KeyValueStore;

/** Forms that are being filled in, by the message that asks: Telegram has no forms, so each field is a question that wants a reply. */
final class Questions {
    static final Duration KEPT = Duration.ofMinutes(30);
    private static final String PREFIX = "question/";
    private static final int PAGE = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeyValueStore store;
    private final InstantSource clock;

    Questions(KeyValueStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A form on its way.
     *
     * @param user who fills it in
     * @param action what is sent in the end
     * @param under the message that the action belongs to
     * @param open the fields that are not answered yet; the first is being asked
     * @param values what was answered
     */
    record Asked(String user, String action, String under, List<Field> open, Map<String, List<String>> values) {
        Asked {
            open = List.copyOf(open);
            values = Map.copyOf(values);
        }

        static Asked begin(String user, String action, String under, Control.Form form) {
            List<Field> fields = new ArrayList<>();
            form.fields().forEach(field -> fieldOf(field).ifPresent(fields::add));
            return new Asked(user, action, under, fields, Map.of());
        }

        /** The same with the first field answered. */
        Asked answered(String text) {
            Map<String, List<String>> more = new HashMap<>(values);
            more.put(open.getFirst().id(), List.of(text));
            return new Asked(user, action, under, open.subList(1, open.size()), more);
        }

        /** Files are sent as messages here. */
        private static Optional<Field> fieldOf(Control.FormField field) {
            return switch (field) {
                case Control.TextField text -> Optional.of(new Field(text.id(), text.label(), text.value()));
                case Control.ChoiceField choice -> Optional.of(new Field(choice.id(), choice.label(), chosen(choice)));
                case Control.FileField _ -> Optional.empty();
            };
        }

        private static String chosen(Control.ChoiceField choice) {
            return choice.options().stream().filter(Control.Option::selected).map(Control.Option::value).findFirst().orElse("");
        }
    }

    /**
     * A field.
     *
     * @param value what stands there now
     */
    record Field(String id, String label, String value) {}

    void put(String chat, String question, Asked asked) {
        ObjectNode node = JSON.createObjectNode()
                .put("until", clock.instant().plus(KEPT).getEpochSecond())
                .put("user", asked.user())
                .put("action", asked.action())
                .put("under", asked.under());
        ArrayNode open = node.putArray("open");
        asked.open()
                .forEach(field -> open.addObject().put("id", field.id()).put("label", field.label()).put("value", field.value()));
        ObjectNode values = node.putObject("values");
        asked.values().forEach((id, texts) -> values.put(id, texts.getFirst()));
        store.put(key(chat, question), node.toString());
    }

    /** What that message asks that person for; each question is answered once. */
    Optional<Asked> take(String chat, String question, String user) {
        Optional<JsonNode> node = store.get(key(chat, question)).map(Questions::read);
        boolean theirs = node.filter(one -> one.path("user").asText().equals(user)).isPresent();
        boolean inTime = node.filter(one -> one.path("until").asLong() >= clock.instant().getEpochSecond()).isPresent();
        if (!theirs || !inTime) {
            return Optional.empty();
        }
        store.remove(key(chat, question));
        return node.map(Questions::asked);
    }

    /** Whether that message ever was a question. */
    boolean isQuestion(String chat, String question) {
        return store.get(key(chat, question)).isPresent();
    }

    /** Forgets what nobody answered. */
    void tidy() {
        String after = "";
        long now = clock.instant().getEpochSecond();
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

    private static Asked asked(JsonNode node) {
        List<Field> open = new ArrayList<>();
        node.path("open")
                .forEach(field -> open.add(new Field(
                        field.path("id").asText(), field.path("label").asText(), field.path("value").asText())));
        Map<String, List<String>> values = new HashMap<>();
        node.path("values").properties().forEach(value -> values.put(value.getKey(), List.of(value.getValue().asText())));
        return new Asked(
                node.path("user").asText(), node.path("action").asText(), node.path("under").asText(), open, values);
    }

    private static String key(String chat, String question) {
        return PREFIX + chat + "/" + question;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            return JSON.createObjectNode();
        }
    }
}
