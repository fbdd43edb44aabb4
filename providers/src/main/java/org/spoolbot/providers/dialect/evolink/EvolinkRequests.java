package org.spoolbot.providers.dialect.evolink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.provider.Capabilities.Feature;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.gateway.TagStyle;

/** Orders as EvoLink's JSON. Pure. */
final class EvolinkRequests {
    /** The page of the one id that infers the mode tells this syntax; that of the split ids speaks in words. */
    private static final TagStyle TAGS =
            tag -> "@" + tag.word().substring(0, 1).toUpperCase(Locale.ROOT) + tag.word().substring(1) + tag.index();
    private static final int LONGEST_CALLBACK = 2048;

    private final GatewayJson json;

    EvolinkRequests(GatewayJson json) {
        this.json = json;
    }

    /**
     * Whether the gateway would take the order for another: it infers the mode, and one or two pictures and nothing else are frames to it.
     */
    static boolean isMisread(GenerationOrder order) {
        List<Reference> references = order.request().references();
        boolean fewPictures = references.size() <= 2 && references.stream().allMatch(reference -> reference.kind() == MediaKind.IMAGE);
        return order.request().mode() == Mode.REFERENCE
                && fewPictures
                && !EvolinkModels.isSplit(order.model())
                && !order.model().capabilities().has(Feature.PICTURES_ALONE);
    }

    /** The callback address if the gateway takes it: https and public, except where the gateway itself is on this machine. */
    static Optional<URI> callback(Optional<URI> address, boolean nearby) {
        return address.filter(uri -> uri.toString().length() <= LONGEST_CALLBACK)
                .filter(uri -> nearby || "https".equalsIgnoreCase(uri.getScheme()) && hasPublicName(uri.getHost()));
    }

    /** Private addresses are refused with the whole order, and a public server has a name. */
    private static boolean hasPublicName(String host) {
        return host != null && host.matches(".*\\.[A-Za-z][A-Za-z0-9-]*\\.?") && !host.endsWith(".local");
    }

    /** The body of the create call; {@code addresses} are those of the references, in order. */
    String create(GenerationOrder order, List<String> addresses, Optional<URI> callback) {
        VideoRequest request = order.request();
        TagStyle style = EvolinkModels.isSplit(order.model()) ? TagStyle.WORDS : TAGS;
        ObjectNode body = json.object()
                .put("model", EvolinkModels.wireName(order.model(), request.mode()))
                .put("prompt", style.prompt(request));
        addFiles(body, "image_urls", pictures(request, addresses));
        addFiles(body, "video_urls", ofKind(request, addresses, MediaKind.VIDEO));
        addFiles(body, "audio_urls", ofKind(request, addresses, MediaKind.AUDIO));
        Format format = request.format();
        body.put("duration", format.seconds())
                .put("quality", format.resolution().label())
                .put("aspect_ratio", format.ratio().label())
                .put("generate_audio", format.audio());
        callback.ifPresent(address -> body.put("callback_url", address.toString()));
        return body.toString();
    }

    private static void addFiles(ObjectNode body, String field, List<String> addresses) {
        if (!addresses.isEmpty()) {
            ArrayNode files = body.putArray(field);
            addresses.forEach(files::add);
        }
    }

    /** Frames have no names: the first in the list is the first. */
    private static List<String> pictures(VideoRequest request, List<String> addresses) {
        List<String> pictures = new ArrayList<>(ofKind(request, addresses, MediaKind.IMAGE));
        boolean turned = request.mode() == Mode.FIRST_LAST_FRAME && request.references().getFirst().role() == Role.LAST_FRAME;
        return turned ? pictures.reversed() : pictures;
    }

    private static List<String> ofKind(VideoRequest request, List<String> addresses, MediaKind kind) {
        List<String> found = new ArrayList<>();
        for (int place = 0; place < addresses.size(); place++) {
            if (request.references().get(place).kind() == kind) {
                found.add(addresses.get(place));
            }
        }
        return found;
    }
}
