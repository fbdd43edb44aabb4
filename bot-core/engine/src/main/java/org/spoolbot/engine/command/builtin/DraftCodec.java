package org.spoolbot.engine.command.builtin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes drafts as JSON and reads them back. */
final class DraftCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DraftCodec() {}

    static String write(Draft draft) {
        ObjectNode node = JSON.createObjectNode();
        node.put("prompt", draft.prompt()).put("use", draft.use().name());
        Format format = draft.format();
        node.put("seconds", format.seconds()).put("ratio", format.ratio().name());
        node.put("resolution", format.resolution().name()).put("audio", format.audio());
        draft.seed().ifPresent(seed -> node.put("seed", seed));
        draft.model().ifPresent(model -> node.put("model", model));
        writePlace(node.putObject("destination"), draft.destination());
        draft.files().forEach(file -> writeFile(node.withArray("files").addObject(), file));
        return node.toString();
    }

    private static void writePlace(ObjectNode node, Destination place) {
        node.put("platform", place.platform()).put("channel", place.channel());
        place.community().ifPresent(community -> node.put("community", community.id()));
        place.thread().ifPresent(thread -> node.put("thread", thread));
        place.replyTo().ifPresent(message -> node.put("replyTo", message));
    }

    private static void writeFile(ObjectNode node, Draft.File file) {
        MediaInfo media = file.media();
        node.put("sha256", media.sha256()).put("type", media.type().name()).put("bytes", media.bytes());
        media.size().ifPresent(size -> node.put("width", size.width()).put("height", size.height()));
        media.duration().ifPresent(length -> node.put("millis", length.toMillis()));
        file.role().ifPresent(role -> node.put("role", role.name()));
    }

    /**
     * Reads a draft that this codec wrote.
     *
     * @throws IllegalStateException if it is none
     */
    static Draft read(String state) {
        try {
            return draft(JSON.readTree(state));
        } catch (JsonProcessingException | IllegalArgumentException fault) {
            throw new IllegalStateException("a stored draft cannot be read", fault);
        }
    }

    private static Draft draft(JsonNode node) {
        List<Draft.File> files = new ArrayList<>();
        node.path("files").forEach(file -> files.add(file(file)));
        Format format = new Format(
                node.path("seconds").asInt(),
                Ratio.valueOf(node.path("ratio").asText()),
                Resolution.valueOf(node.path("resolution").asText()),
                node.path("audio").asBoolean());
        OptionalLong seed = node.has("seed") ? OptionalLong.of(node.path("seed").asLong()) : OptionalLong.empty();
        Draft.Use use = Draft.Use.valueOf(node.path("use").asText());
        Destination place = place(node.path("destination"));
        return new Draft(node.path("prompt").asText(), files, use, format, seed, text(node, "model"), place);
    }

    private static Destination place(JsonNode node) {
        String platform = node.path("platform").asText();
        Optional<Community> community = text(node, "community").map(id -> new Community(platform, id));
        return new Destination(
                platform, community, node.path("channel").asText(), text(node, "thread"), text(node, "replyTo"));
    }

    private static Draft.File file(JsonNode node) {
        Optional<PixelSize> size = node.has("width")
                ? Optional.of(new PixelSize(node.path("width").asInt(), node.path("height").asInt()))
                : Optional.empty();
        Optional<Duration> length =
                node.has("millis") ? Optional.of(Duration.ofMillis(node.path("millis").asLong())) : Optional.empty();
        MediaInfo media = new MediaInfo(
                node.path("sha256").asText(),
                MediaType.valueOf(node.path("type").asText()),
                node.path("bytes").asLong(),
                size,
                length);
        return new Draft.File(media, text(node, "role").map(Role::valueOf));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.path(name).asText()) : Optional.empty();
    }
}
