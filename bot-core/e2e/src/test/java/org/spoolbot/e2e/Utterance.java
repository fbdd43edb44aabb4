package org.spoolbot.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A message as the playground tells it. */
record Utterance(JsonNode json) {
    String id() {
        return json.path("id").asText();
    }

    boolean fromBot() {
        return json.path("from").asText().equals("bot");
    }

    String text() {
        return json.path("text").asText();
    }

    /** Everything there is to read: text, card and progress. */
    String words() {
        StringBuilder words = new StringBuilder(text());
        JsonNode card = json.path("card");
        words.append('\n').append(card.path("title").asText()).append('\n').append(card.path("body").asText());
        card.path("fields").forEach(field ->
                words.append('\n').append(field.path("name").asText()).append(": ").append(field.path("value").asText()));
        return words.append('\n').append(json.path("progress").path("label").asText()).toString().strip();
    }

    List<String> labels() {
        List<String> labels = new ArrayList<>();
        json.path("buttons").forEach(button -> labels.add(button.path("label").asText()));
        return labels;
    }

    boolean offers(String label) {
        return labels().contains(label);
    }

    String button(String label) {
        for (JsonNode button : json.path("buttons")) {
            if (button.path("label").asText().equals(label)) {
                return button.path("id").asText();
            }
        }
        throw new AssertionError("no button " + label + " in " + json);
    }

    List<Enclosed> files() {
        List<Enclosed> files = new ArrayList<>();
        json.path("attachments").forEach(file -> files.add(new Enclosed(
                file.path("name").asText(), file.path("contentType").asText(), file.path("url").asText(), file.path("size").asLong())));
        return files;
    }

    boolean hasClip() {
        return fromBot() && files().stream().anyMatch(file -> file.contentType().equals("video/mp4"));
    }

    /** Ids are counters behind a letter. */
    boolean isAfter(String other) {
        return number(id()) > number(other);
    }

    static long number(String id) {
        return Long.parseLong(id.replaceAll("\\D", ""));
    }

    /** A file of a message. */
    record Enclosed(String name, String contentType, String url, long size) {}
}
