package org.spoolbot.providers.sandbox.ark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.spoolbot.providers.sandbox.render.Tile;

/**
 * A create request that {@link ArkRequestValidator} found nothing wrong with.
 *
 * @param model name of the model
 * @param prompt the text, may be empty
 * @param media pictures, clips and sounds in the order they were sent
 * @param output what the clip is to be like
 * @param expiresAfter when the task gives up
 * @param callbackUrl who is told about changes
 */
public record ArkRequest(
        String model, String prompt, List<Medium> media, Output output, Duration expiresAfter, Optional<String> callbackUrl) {

    private static final int DEFAULT_SECONDS = 5;
    private static final int DEFAULT_EXPIRY = 172_800;

    /**
     * A picture, clip or sound.
     *
     * @param position its place in {@code content}
     * @param kind what it is
     * @param role what it is for, may be empty
     * @param url where it is
     */
    public record Medium(int position, Tile.Kind kind, String role, String url) {
        /**
         * The name of its address among the parameters.
         *
         * @return such as {@code content[1].image_url.url}
         */
        public String param() {
            return "content[" + position + "]." + ContentRules.field(kind) + ".url";
        }
    }

    /**
     * What the clip is to be like.
     *
     * @param resolution such as 720p
     * @param ratio such as 16:9, or adaptive
     * @param seconds its length
     * @param audio whether it has sound
     * @param seed the seed, if one was sent
     * @param lastFrame whether the last picture is wanted too
     */
    public record Output(String resolution, String ratio, int seconds, boolean audio, OptionalLong seed, boolean lastFrame) {}

    /**
     * Reads a request.
     *
     * @param body a body without faults
     * @return the request, with Ark's defaults filled in
     */
    public static ArkRequest of(JsonNode body) {
        int duration = body.path("duration").asInt(DEFAULT_SECONDS);
        long seed = body.path("seed").asLong(-1);
        Output output = new Output(
                body.path("resolution").asText("720p"),
                body.path("ratio").asText("adaptive"),
                duration == -1 ? DEFAULT_SECONDS : duration,
                body.path("generate_audio").asBoolean(true),
                seed < 0 ? OptionalLong.empty() : OptionalLong.of(seed),
                body.path("return_last_frame").asBoolean(false));
        Duration expiry = Duration.ofSeconds(body.path("execution_expires_after").asInt(DEFAULT_EXPIRY));
        String callback = body.path("callback_url").asText("");
        return new ArkRequest(
                body.path("model").asText(),
                promptOf(body),
                media(body.path("content")),
                output,
                expiry,
                callback.isEmpty() ? Optional.empty() : Optional.of(callback));
    }

    /**
     * The text of a body that may still be faulty.
     *
     * @param body any body
     * @return the text, or an empty one
     */
    public static String promptOf(JsonNode body) {
        for (JsonNode item : body.path("content")) {
            if (item.path("type").asText().equals("text")) {
                return item.path("text").asText("");
            }
        }
        return "";
    }

    private static List<Medium> media(JsonNode content) {
        List<Medium> media = new ArrayList<>();
        for (int position = 0; position < content.size(); position++) {
            JsonNode item = content.get(position);
            int place = position;
            ContentRules.kind(item.path("type").asText()).ifPresent(kind -> media.add(new Medium(
                    place, kind, item.path("role").asText(""), item.path(ContentRules.field(kind)).path("url").asText())));
        }
        return media;
    }
}
