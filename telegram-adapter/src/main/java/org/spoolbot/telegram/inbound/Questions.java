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
import org.spoolbot.telegram.shelf.Shelf;

/** Forms that are being filled in, by the message that asks: Telegram has no forms, so each field is a question that wants a reply. */
final class Questions {
    static final Duration KEPT = Duration.ofMinutes(30);
    /** Long enough to tell those who answer late. */
    private static final Shelf.Bounds BOUNDS = new Shelf.Bounds(5_000, Duration.ofDays(2));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Shelf shelf;
    private final InstantSource clock;

    Questions(KeyValueStore store, InstantSource clock) {
        this.shelf = new Shelf(store, "question/", BOUNDS, clock);
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
            Map<String, List<String>> chosen = new HashMap<>();
            for (Control.FormField field : form.fields()) {
                switch (field) {
                    case Control.TextField text -> fields.add(new Field(text.id(), text.label(), text.value()));
                    case Control.ChoiceField choice -> chosen.put(choice.id(), chosen(choice));
                    case Control.FileField _ -> {}
                }
            }
            return new Asked(user, action, under, fields, chosen);
        }

        /** The same with the first field answered. */
        Asked answered(String text) {
            Map<String, List<String>> more = new HashMap<>(values);
            more.put(open.getFirst().id(), List.of(text));
            return new Asked(user, action, under, open.subList(1, open.size()), more);
        }

        /** Choices stay as they are: menus under the message change them. Files are sent as messages here. */
        private static List<String> chosen(Control.ChoiceField choice) {
            return choice.options().stream().filter(Control.Option::selected).map(Control.Option::value).toList();
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
        asked.values().forEach((id, texts) -> texts.forEach(values.putArray(id)::add));
        shelf.put(key(chat, question), node.toString());
    }

    /**
     * Answers a question with a message. Each is answered once; the same message may come again, after a crash.
     *
     * @param reply the message that answers
     */
    Answer answered(String chat, String question, String user, String reply) {
        Optional<JsonNode> node = shelf.get(key(chat, question)).map(Questions::read);
        if (node.filter(one -> one.path("user").asText().equals(user)).isEmpty()) {
            return new Answer.None();
        }
        String before = node.get().path("reply").asText();
        boolean late = node.get().path("until").asLong() < clock.instant().getEpochSecond();
        if (late || !(before.isEmpty() || before.equals(reply))) {
            return new Answer.TooLate();
        }
        shelf.put(key(chat, question), node.get().<ObjectNode>deepCopy().put("reply", reply).toString());
        return new Answer.InTime(asked(node.get()));
    }

    /** What a reply is to a question. */
    sealed interface Answer {
        /** That message asked that person nothing. */
        record None() implements Answer {}

        /** It is not waited for any more. */
        record TooLate() implements Answer {}

        /** It was waited for. */
        record InTime(Asked asked) implements Answer {}
    }

    /** Forgets what is long past. */
    void tidy() {
        shelf.tidy();
    }

    private static Asked asked(JsonNode node) {
        List<Field> open = new ArrayList<>();
        node.path("open")
                .forEach(field -> open.add(new Field(
                        field.path("id").asText(), field.path("label").asText(), field.path("value").asText())));
        Map<String, List<String>> values = new HashMap<>();
        node.path("values").properties().forEach(value -> {
            List<String> texts = new ArrayList<>();
            value.getValue().forEach(text -> texts.add(text.asText()));
            values.put(value.getKey(), texts);
        });
        return new Asked(
                node.path("user").asText(), node.path("action").asText(), node.path("under").asText(), open, values);
    }

    private static String key(String chat, String question) {
        return chat + "/" + question;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            return JSON.createObjectNode();
        }
    }
}
