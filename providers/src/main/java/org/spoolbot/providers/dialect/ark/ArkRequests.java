package org.spoolbot.providers.dialect.ark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.gateway.TagStyle;

/** Orders as Ark's JSON. Pure. */
final class ArkRequests {
    private final GatewayJson json;

    ArkRequests(GatewayJson json) {
        this.json = json;
    }

    /** The body of the create call; {@code addresses} are those of the references, in order. */
    String create(GenerationOrder order, List<String> addresses, Optional<URI> callback) {
        VideoRequest request = order.request();
        ObjectNode body = json.object().put("model", order.model().wireName());
        ArrayNode content = body.putArray("content");
        content.addObject().put("type", "text").put("text", TagStyle.WORDS.prompt(request));
        for (int place = 0; place < addresses.size(); place++) {
            addReference(content, request.references().get(place), addresses.get(place));
        }
        addFormat(body, request.format());
        addExtras(body, order);
        callback.ifPresent(address -> body.put("callback_url", address.toString()));
        return body.toString();
    }

    private static void addReference(ArrayNode content, Reference reference, String address) {
        String type = switch (reference.kind()) {
            case IMAGE -> "image_url";
            case VIDEO -> "video_url";
            case AUDIO -> "audio_url";
        };
        ObjectNode item = content.addObject().put("type", type);
        item.putObject(type).put("url", address);
        item.put("role", role(reference));
    }

    private static String role(Reference reference) {
        return switch (reference.role()) {
            case FIRST_FRAME -> "first_frame";
            case LAST_FRAME -> "last_frame";
            case REFERENCE -> switch (reference.kind()) {
                case IMAGE -> "reference_image";
                case VIDEO -> "reference_video";
                case AUDIO -> "reference_audio";
            };
        };
    }

    private static void addFormat(ObjectNode body, Format format) {
        body.put("resolution", format.resolution().label())
                .put("ratio", format.ratio().label())
                .put("duration", format.seconds())
                .put("generate_audio", format.audio());
    }

    private static void addExtras(ObjectNode body, GenerationOrder order) {
        VideoRequest request = order.request();
        body.put("watermark", request.extras().watermark());
        if (request.extras().seed().isPresent()) {
            body.put("seed", request.extras().seed().getAsLong());
        }
        if (request.extras().returnLastFrame() && order.model().capabilities().has(Feature.LAST_FRAME)) {
            body.put("return_last_frame", true);
        }
    }
}
