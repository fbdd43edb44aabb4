package org.spoolbot.providers.sandbox.laozhang;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spoolbot.providers.sandbox.render.Tile.Kind;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.task.ClipOrder;
import org.spoolbot.providers.sandbox.task.ClipOrder.Role;

/** {@code content} of the JSON dialect: the prompt once more, then references by address; no first and last frames. */
final class VideosContent {

    private static final Map<String, Kind> KINDS = Map.of("image_url", Kind.IMAGE, "video_url", Kind.VIDEO, "audio_url", Kind.AUDIO);
    private static final Map<Kind, Integer> MOST = Map.of(Kind.IMAGE, 9, Kind.VIDEO, 3, Kind.AUDIO, 3);

    private final NewApiFaults faults;
    private final List<ClipOrder.Reference> references = new ArrayList<>();

    private VideosContent(NewApiFaults faults) {
        this.faults = faults;
    }

    static List<ClipOrder.Reference> read(JsonNode content, String prompt, NewApiFaults faults) throws RefusedRequest {
        if (content.isMissingNode()) {
            return List.of();
        }
        VideosContent reading = new VideosContent(faults);
        if (!content.isArray() || content.isEmpty()) {
            throw reading.wrong("content", "a list with at least one item is expected");
        }
        for (int position = 0; position < content.size(); position++) {
            reading.item(content.get(position), position, prompt);
        }
        reading.checkCounts();
        return List.copyOf(reading.references);
    }

    private void item(JsonNode item, int position, String prompt) throws RefusedRequest {
        String path = "content[" + position + "]";
        String type = item.path("type").asText("");
        if (type.equals("text")) {
            checkText(item, position, prompt);
            return;
        }
        Kind kind = KINDS.get(type);
        if (kind == null) {
            throw wrong(path + ".type", "text, image_url, video_url or audio_url is expected");
        }
        checkKeys(item, path, Set.of("type", "role", type));
        String role = "reference_" + type.substring(0, 5);
        if (item.has("role") && !item.get("role").asText().equals(role)) {
            throw wrong(path + ".role", role + " is expected");
        }
        JsonNode holder = item.path(type);
        checkKeys(holder, path + "." + type, Set.of("url"));
        String address = holder.path("url").asText("");
        if (!address.matches("https?://\\S{1,4000}")) {
            throw wrong(path + "." + type + ".url", "an http or https address is expected");
        }
        ClipOrder.Source source = new ClipOrder.Source.Address(address);
        references.add(new ClipOrder.Reference(kind, Role.REFERENCE, source, path + "." + type + ".url"));
    }

    private void checkText(JsonNode item, int position, String prompt) throws RefusedRequest {
        String path = "content[" + position + "]";
        checkKeys(item, path, Set.of("type", "text"));
        if (position != 0) {
            throw wrong(path, "only the first item may be a text");
        }
        if (!item.path("text").asText("").equals(prompt)) {
            throw wrong(path + ".text", "the same text as in prompt is expected");
        }
    }

    private void checkKeys(JsonNode item, String path, Set<String> allowed) throws RefusedRequest {
        for (String key : (Iterable<String>) item::fieldNames) {
            if (!allowed.contains(key)) {
                throw wrong(path + "." + key, "there is no such parameter");
            }
        }
    }

    private void checkCounts() throws RefusedRequest {
        for (Kind kind : Kind.values()) {
            int most = MOST.getOrDefault(kind, 0);
            if (count(kind) > most) {
                throw wrong("content", "at most " + most + " items of one type are allowed");
            }
        }
        if (count(Kind.AUDIO) > 0 && count(Kind.IMAGE) + count(Kind.VIDEO) == 0) {
            throw wrong("content", "audio needs at least one image or video beside it");
        }
    }

    private long count(Kind kind) {
        return references.stream().filter(reference -> reference.kind() == kind).count();
    }

    private RefusedRequest wrong(String param, String reason) {
        return new RefusedRequest(faults.invalid(param, reason));
    }
}
