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

    private static final int MOST_TEXT = 4_096;
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
            // Files are sent as messages here.
            for (Control.FormField field : form.fields()) {
                switch (field) {
                    case Control.TextField text -> fields.add(Field.written(text));
                    case Control.ChoiceField choice -> fields.add(Field.chosen(choice));
                    case Control.FileField _ -> {}
                }
            }
            return new Asked(user, action, under, fields, Map.of());
        }

        /** What is being asked. */
        Field first() {
            return open.getFirst();
        }

        /** The same with the first field answered. */
        Asked answered(String text) {
            Map<String, List<String>> more = new HashMap<>(values);
            more.put(first().id(), List.of(text));
            return new Asked(user, action, under, open.subList(1, open.size()), more);
        }
    }

    /**
     * A field.
     *
     * @param value what stands there now
     * @param most the most characters
     * @param options what can be chosen; empty if it is written
     */
    record Field(String id, String label, String value, int most, List<Control.Option> options) {
        Field {
            options = List.copyOf(options);
        }

        static Field written(Control.TextField text) {
            return new Field(text.id(), text.label(), text.value(), text.maxLength(), List.of());
        }

        static Field chosen(Control.ChoiceField choice) {
            return new Field(choice.id(), choice.label(), "", MOST_TEXT, choice.options());
        }

        boolean isChosen() {
            return !options.isEmpty();
        }

        static Field read(JsonNode node) {
            List<Control.Option> options = new ArrayList<>();
            node.path("options").forEach(option -> options.add(new Control.Option(
                    option.path("value").asText(), option.path("label").asText(), option.path("selected").asBoolean())));
            String label = node.path("label").asText();
            return new Field(node.path("id").asText(), label, node.path("value").asText(), node.path("most").asInt(MOST_TEXT), options);
        }

        void write(ObjectNode node) {
            node.put("id", id).put("label", label).put("value", value).put("most", most);
            ArrayNode choices = node.putArray("options");
            options.forEach(option -> choices.addObject()
                    .put("value", option.value())
                    .put("label", option.label())
                    .put("selected", option.selected()));
        }
    }

    void put(String chat, String question, Asked asked) {
        ObjectNode node = JSON.createObjectNode()
                .put("until", clock.instant().plus(KEPT).getEpochSecond())
                .put("user", asked.user())
                .put("action", asked.action())
                .put("under", asked.under());
        ArrayNode open = node.putArray("open");
        asked.open().forEach(field -> field.write(open.addObject()));
        ObjectNode values = node.putObject("values");
        asked.values().forEach((id, texts) -> texts.forEach(values.putArray(id)::add));
        shelf.put(key(chat, question), node.toString());
    }

    /**
     * What an answer would be. Each question is answered once; the same answer may come again, after a crash.
     *
     * @param reply the message or press that answers
     */
    Answer look(String chat, String question, String user, String reply) {
        Optional<JsonNode> node = shelf.get(key(chat, question)).map(Questions::read);
        if (node.isEmpty()) {
            return new Answer.None();
        }
        if (!node.get().path("user").asText().equals(user)) {
            return new Answer.Anothers();
        }
        String before = node.get().path("reply").asText();
        boolean late = node.get().path("until").asLong() < clock.instant().getEpochSecond();
        if (late || !(before.isEmpty() || before.equals(reply))) {
            return new Answer.TooLate();
        }
        return new Answer.InTime(asked(node.get()));
    }

    /** That was the answer; no other counts any more. */
    void answered(String chat, String question, String reply) {
        shelf.get(key(chat, question))
                .map(Questions::read)
                .map(node -> node.<ObjectNode>deepCopy().put("reply", reply))
                .ifPresent(node -> shelf.put(key(chat, question), node.toString()));
    }

    /** What a reply is to a question. */
    sealed interface Answer {
        /** That message asked nothing. */
        record None() implements Answer {}

        /** It asked somebody else. */
        record Anothers() implements Answer {}

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
        node.path("open").forEach(field -> open.add(Field.read(field)));
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
