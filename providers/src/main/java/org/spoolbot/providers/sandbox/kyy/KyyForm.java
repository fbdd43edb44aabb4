package org.spoolbot.providers.sandbox.kyy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.spoolbot.providers.sandbox.check.Complaint;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
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
                references(directives.has(DirectiveName.FACE)),
                output,
                ClipOrder.Terms.USUAL);
    }

    private List<ClipOrder.Reference> references(boolean faces) throws RefusedRequest {
        List<ClipOrder.Reference> references = new ArrayList<>();
        for (String field : List.of("first_image", "last_image")) {
            if (body.has(field)) {
                Role role = field.equals("first_image") ? Role.FIRST_FRAME : Role.LAST_FRAME;
                references.add(reference(Kind.IMAGE, role, body.get(field).asText(), field, faces));
            }
        }
        addAll(references, Kind.IMAGE, "referenceImages", faces);
        addAll(references, Kind.VIDEO, "referenceVideos", false);
        addAll(references, Kind.AUDIO, "referenceAudios", false);
        return references;
    }

    private void addAll(List<ClipOrder.Reference> references, Kind kind, String field, boolean faces) throws RefusedRequest {
        JsonNode list = body.path(field);
        for (int index = 0; index < list.size(); index++) {
            references.add(reference(kind, Role.REFERENCE, list.get(index).asText(), field + "[" + index + "]", faces));
        }
    }

    private ClipOrder.Reference reference(Kind kind, Role role, String address, String param, boolean faces) throws RefusedRequest {
        boolean asset = address.startsWith(SCHEME);
        if (faces && !asset) {
            throw new RefusedRequest(faults.face(param));
        }
        if (!asset) {
            return new ClipOrder.Reference(kind, role, new ClipOrder.Source.Address(address), param);
        }
        String found = assets.usable(address.substring(SCHEME.length()), kind)
                .orElseThrow(() -> new RefusedRequest(faults.invalid(param, "there is no active asset of this type and id")));
        return new ClipOrder.Reference(kind, role, new ClipOrder.Source.Address(found), param);
    }
}
