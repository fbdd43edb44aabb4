package org.spoolbot.providers.dialect.kyyvideo2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.gateway.TagStyle;

/** Orders as JSON, and pictures for the asset library. Pure. */
final class KyyRequests {
    private final GatewayJson json;

    KyyRequests(GatewayJson json) {
        this.json = json;
    }

    /** The body of the create call; {@code addresses} are those of the references, in order. Names are in mixed case as the page has them. */
    String create(GenerationOrder order, List<String> addresses) {
        VideoRequest request = order.request();
        Format format = request.format();
        ObjectNode body = json.object()
                .put("model", order.model().wireName())
                .put("prompt", TagStyle.WORDS.prompt(request))
                .put("duration", format.seconds())
                .put("aspect_ratio", format.ratio().label())
                .put("generateAudio", format.audio());
        for (int place = 0; place < addresses.size(); place++) {
            add(body, request.references().get(place), addresses.get(place));
        }
        return body.toString();
    }

    private static void add(ObjectNode body, Reference reference, String address) {
        switch (reference.role()) {
            case FIRST_FRAME -> body.put("first_image", address);
            case LAST_FRAME -> body.put("last_image", address);
            case REFERENCE -> list(body, reference.kind()).add(address);
        }
    }

    private static ArrayNode list(ObjectNode body, MediaKind kind) {
        return body.withArrayProperty(switch (kind) {
            case IMAGE -> "referenceImages";
            case VIDEO -> "referenceVideos";
            case AUDIO -> "referenceAudios";
        });
    }

    /** The body that hands a picture to the asset library. */
    String picture(String address) {
        return json.object().put("assetType", "Image").put("url", address).toString();
    }
}
