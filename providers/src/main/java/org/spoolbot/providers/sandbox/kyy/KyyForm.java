package org.spoolbot.providers.sandbox.kyy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.spoolbot.providers.sandbox.check.Complaint;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.render.Tile.Kind;
import org.spoolbot.providers.sandbox.serve.CreateForm;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.task.ClipOrder;
import org.spoolbot.providers.sandbox.task.ClipOrder.Role;

/**
 * The body of a create call.
 *
 * @param body anything
 * @param assets what {@code asset://} leads to
 * @param faults how to refuse
 */
record KyyForm(JsonNode body, KyyAssets assets, KyyFaults faults) implements CreateForm {

    private static final String SCHEME = "asset://";
    private static final int DEFAULT_SECONDS = 5;

    @Override
    public String prompt() {
        return body.path("prompt").asText("");
    }

    @Override
    public ClipOrder order(Directives directives) throws RefusedRequest {
        List<Complaint> complaints = KyyRules.complaints(body);
        if (!complaints.isEmpty()) {
            throw new RefusedRequest(faults.invalid(complaints.getFirst().param(), complaints.getFirst().reason()));
        }
        String ratio = body.path("aspect_ratio").asText("16:9");
        ClipOrder.Output plain = ClipOrder.Output.plain(ratio, body.path("duration").asInt(DEFAULT_SECONDS));
        ClipOrder.Output output = new ClipOrder.Output(
                plain.resolution(), ratio, plain.seconds(), body.path("generateAudio").asBoolean(true), plain.seed(), false, false);
        return new ClipOrder(
                body.path("model").asText(),
                new ClipOrder.Prompt(prompt(), directives.prompt()),
                references(directives),
                output,
                ClipOrder.Terms.USUAL);
    }

    private List<ClipOrder.Reference> references(Directives directives) throws RefusedRequest {
        List<ClipOrder.Reference> references = new ArrayList<>();
        for (String field : List.of("first_image", "last_image")) {
            if (body.has(field)) {
                Role role = field.equals("first_image") ? Role.FIRST_FRAME : Role.LAST_FRAME;
                boolean face = directives.seesFace(references.size() + 1);
                references.add(reference(new Place(Kind.IMAGE, role, field), body.get(field).asText(), face));
            }
        }
        addAll(references, Kind.IMAGE, "referenceImages", directives);
        addAll(references, Kind.VIDEO, "referenceVideos", directives);
        addAll(references, Kind.AUDIO, "referenceAudios", directives);
        return references;
    }

    private void addAll(List<ClipOrder.Reference> references, Kind kind, String field, Directives directives) throws RefusedRequest {
        JsonNode list = body.path(field);
        for (int index = 0; index < list.size(); index++) {
            boolean face = kind == Kind.IMAGE && directives.seesFace(index + 1);
            Place place = new Place(kind, Role.REFERENCE, field + "[" + index + "]");
            references.add(reference(place, list.get(index).asText(), face));
        }
    }

    private record Place(Kind kind, Role role, String param) {}

    private ClipOrder.Reference reference(Place place, String address, boolean face) throws RefusedRequest {
        if (!address.startsWith(SCHEME)) {
            if (face) {
                throw new RefusedRequest(faults.face(place.param()));
            }
            return place(place, address);
        }
        String found = assets.usable(address.substring(SCHEME.length()), place.kind())
                .orElseThrow(() -> new RefusedRequest(faults.invalid(place.param(), "there is no active asset of this type and id")));
        return place(place, found);
    }

    private static ClipOrder.Reference place(Place place, String address) {
        return new ClipOrder.Reference(place.kind(), place.role(), new ClipOrder.Source.Address(address), place.param());
    }
}
