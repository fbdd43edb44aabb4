package org.spoolbot.providers.sandbox.laozhang;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.serve.CreateForm;
import org.spoolbot.providers.sandbox.serve.Faces;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.task.ClipOrder;
import org.spoolbot.providers.sandbox.task.FrameSizes;

/**
 * A create call of the JSON dialect.
 *
 * @param body anything
 * @param faults how to refuse
 */
record VideosForm(JsonNode body, NewApiFaults faults) implements CreateForm {

    private static final Set<String> FIELDS = Set.of("model", "prompt", "content", "ratio", "duration", "watermark", "generate_audio");
    private static final Set<String> MODELS = Set.of("doubao-seedance-2-0-260128", "doubao-seedance-2-0-fast-260128");

    @Override
    public String prompt() {
        return body.path("prompt").asText("");
    }

    @Override
    public ClipOrder order(Directives directives) throws RefusedRequest {
        if (!body.isObject()) {
            throw new RefusedRequest(faults.invalid("body", "a JSON object is expected"));
        }
        for (String field : (Iterable<String>) body::fieldNames) {
            if (!FIELDS.contains(field)) {
                throw new RefusedRequest(faults.invalid(field, "there is no such parameter"));
            }
        }
        checkWords();
        checkOutput();
        List<ClipOrder.Reference> references = VideosContent.read(body.path("content"), prompt(), faults);
        ClipOrder order = new ClipOrder(
                body.path("model").asText(),
                new ClipOrder.Prompt(prompt(), directives.prompt()),
                references,
                output(),
                ClipOrder.Terms.USUAL);
        Faces.check(order, directives, faults::fromUpstream, number -> references.get(number).param().replaceFirst("\\..*", ""));
        return order;
    }

    private void checkWords() throws RefusedRequest {
        for (String field : List.of("model", "prompt")) {
            if (body.path(field).asText("").isBlank()) {
                throw new RefusedRequest(faults.missing(field));
            }
            if (!body.path(field).isTextual()) {
                throw new RefusedRequest(faults.invalid(field, "a text is expected"));
            }
        }
        if (!MODELS.contains(body.path("model").asText())) {
            throw new RefusedRequest(faults.typical(503));
        }
    }

    private void checkOutput() throws RefusedRequest {
        JsonNode ratio = body.path("ratio");
        if (!ratio.isMissingNode() && !(ratio.isTextual() && FrameSizes.RATIOS.contains(ratio.asText()))) {
            throw new RefusedRequest(faults.invalid("ratio", "one of " + String.join(", ", FrameSizes.RATIOS) + " is expected"));
        }
        JsonNode duration = body.path("duration");
        boolean inside = duration.isIntegralNumber() && duration.canConvertToInt() && duration.asInt() >= 4 && duration.asInt() <= 15;
        if (!duration.isMissingNode() && !inside) {
            throw new RefusedRequest(faults.invalid("duration", "a whole number from 4 to 15 is expected"));
        }
        for (String field : List.of("watermark", "generate_audio")) {
            if (body.has(field) && !body.get(field).isBoolean()) {
                throw new RefusedRequest(faults.invalid(field, "true or false is expected"));
            }
        }
    }

    private ClipOrder.Output output() {
        return new ClipOrder.Output(
                "720p",
                body.path("ratio").asText("16:9"),
                OptionalInt.of(body.path("duration").asInt(5)),
                body.path("generate_audio").asBoolean(true),
                OptionalLong.empty(),
                body.path("watermark").asBoolean(false),
                false);
    }
}
