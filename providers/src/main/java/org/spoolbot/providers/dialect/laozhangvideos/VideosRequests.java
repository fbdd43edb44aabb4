package org.spoolbot.providers.dialect.laozhangvideos;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.gateway.TagStyle;

/** Orders as this gateway's JSON. Pure. */
final class VideosRequests {
    private final GatewayJson json;

    VideosRequests(GatewayJson json) {
        this.json = json;
    }

    /** The body of the create call; {@code addresses} are those of the references, in order. */
    String create(GenerationOrder order, List<String> addresses) {
        VideoRequest request = order.request();
        String prompt = TagStyle.WORDS.prompt(request);
        ObjectNode body = json.object().put("model", order.model().wireName()).put("prompt", prompt);
        if (!addresses.isEmpty()) {
            ArrayNode content = body.putArray("content");
            // The page asks for the prompt in both places where there are references.
            content.addObject().put("type", "text").put("text", prompt);
            for (int place = 0; place < addresses.size(); place++) {
                addReference(content, request.references().get(place).kind(), addresses.get(place));
            }
        }
        Format format = request.format();
        return body.put("ratio", format.ratio().label())
                .put("duration", format.seconds())
                .put("watermark", request.extras().watermark())
                .put("generate_audio", format.audio())
                .toString();
    }

    private static void addReference(ArrayNode content, MediaKind kind, String address) {
        String word = switch (kind) {
            case IMAGE -> "image";
            case VIDEO -> "video";
            case AUDIO -> "audio";
        };
        ObjectNode item = content.addObject().put("type", word + "_url");
        item.putObject(word + "_url").put("url", address);
        item.put("role", "reference_" + word);
    }
}
