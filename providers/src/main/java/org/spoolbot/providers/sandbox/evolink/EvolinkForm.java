package org.spoolbot.providers.sandbox.evolink;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.spoolbot.providers.sandbox.check.Complaint;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.evolink.EvolinkModel.Mode;
import org.spoolbot.providers.sandbox.render.Tile.Kind;
import org.spoolbot.providers.sandbox.serve.CreateForm;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.task.ClipOrder;
import org.spoolbot.providers.sandbox.task.ClipOrder.Role;

/**
 * The body of a create call.
 *
 * @param body anything
 * @param faults how to refuse
 */
record EvolinkForm(JsonNode body, EvolinkFaults faults) implements CreateForm {

    private static final int DEFAULT_SECONDS = 5;
    private static final Duration EXPIRY = Duration.ofHours(24);

    @Override
    public String prompt() {
        return body.path("prompt").asText("");
    }

    @Override
    public ClipOrder order(Directives directives) throws RefusedRequest {
        List<Complaint> complaints = EvolinkRules.complaints(body);
        if (!complaints.isEmpty()) {
            throw new RefusedRequest(faults.invalid(complaints.getFirst().param(), complaints.getFirst().reason()));
        }
        for (int index = 0; index < body.path("image_urls").size(); index++) {
            if (directives.seesFace(index + 1)) {
                throw new RefusedRequest(faults.face("image_urls[" + index + "]"));
            }
        }
        Optional<String> callback = Optional.of(body.path("callback_url").asText("")).filter(address -> !address.isEmpty());
        return new ClipOrder(
                body.path("model").asText(),
                new ClipOrder.Prompt(prompt(), directives.prompt()),
                references(),
                output(),
                new ClipOrder.Terms(callback, EXPIRY));
    }

    private ClipOrder.Output output() {
        return new ClipOrder.Output(
                body.path("quality").asText("720p"),
                body.path("aspect_ratio").asText("16:9"),
                OptionalInt.of(body.path("duration").asInt(DEFAULT_SECONDS)),
                body.path("generate_audio").asBoolean(true),
                OptionalLong.empty(),
                false,
                false);
    }

    private List<ClipOrder.Reference> references() {
        boolean frames = areFrames();
        List<ClipOrder.Reference> references = new ArrayList<>();
        JsonNode images = body.path("image_urls");
        for (int index = 0; index < images.size(); index++) {
            Role frame = index == 0 ? Role.FIRST_FRAME : Role.LAST_FRAME;
            references.add(reference(Kind.IMAGE, frames ? frame : Role.REFERENCE, "image_urls", index));
        }
        for (Map.Entry<Kind, String> other : List.of(Map.entry(Kind.VIDEO, "video_urls"), Map.entry(Kind.AUDIO, "audio_urls"))) {
            for (int index = 0; index < body.path(other.getValue()).size(); index++) {
                references.add(reference(other.getKey(), Role.REFERENCE, other.getValue(), index));
            }
        }
        return references;
    }

    /** The umbrella model makes frames of one or two pictures that come alone, whatever they were meant for. */
    private boolean areFrames() {
        boolean few = body.path("image_urls").size() <= 2 && body.path("video_urls").isEmpty() && body.path("audio_urls").isEmpty();
        Mode mode = EvolinkModel.of(body.path("model").asText()).map(EvolinkModel::mode).orElse(Mode.INFERRED);
        return few && mode != Mode.REFERENCE;
    }

    private ClipOrder.Reference reference(Kind kind, Role role, String field, int index) {
        String address = body.path(field).get(index).asText();
        return new ClipOrder.Reference(kind, role, new ClipOrder.Source.Address(address), field + "[" + index + "]");
    }
}
