package org.spoolbot.providers.sandbox.ark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spoolbot.providers.sandbox.serve.Fault;
import org.spoolbot.providers.sandbox.task.FrameSizes;

/** Finds everything that Ark would refuse in a create request, without looking at the media themselves. */
final class ArkRequestValidator {

    private static final String STANDARD = "doubao-seedance-2-0-260128";
    private static final Set<String> MODELS = Set.of(STANDARD, "doubao-seedance-2-0-fast-260128", "doubao-seedance-2-0-mini-260615");
    private static final Set<String> FIELDS = Set.of(
            "model", "content", "resolution", "ratio", "duration", "generate_audio", "watermark", "seed", "return_last_frame",
            "execution_expires_after", "callback_url", "priority", "safety_identifier", "tools");
    private static final Map<String, long[]> RANGES = Map.of(
            "seed", new long[] {-1, 4_294_967_295L},
            "execution_expires_after", new long[] {3_600, 259_200},
            "priority", new long[] {0, 9});
    private static final int LONGEST_IDENTIFIER = 64;

    private final JsonNode body;
    private final List<Fault> faults = new ArrayList<>();

    private ArkRequestValidator(JsonNode body) {
        this.body = body;
    }

    /**
     * Checks a body.
     *
     * @param body the parsed request body
     * @return every fault, in the order of the parameters; empty if it is fine
     */
    static List<Fault> validate(JsonNode body) {
        if (!body.isObject()) {
            return List.of(ArkFaults.ARK.invalid("body", "a JSON object is expected"));
        }
        ArkRequestValidator validator = new ArkRequestValidator(body);
        validator.checkFields();
        validator.checkModel();
        validator.faults.addAll(ContentRules.check(body.path("content")));
        validator.checkOutput();
        validator.checkExtras();
        return List.copyOf(validator.faults);
    }

    private void checkFields() {
        body.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                faults.add(ArkFaults.ARK.invalid(field, "this model has no such parameter"));
            }
        });
    }

    private void checkModel() {
        JsonNode model = body.path("model");
        if (model.isMissingNode() || model.asText().isEmpty()) {
            faults.add(ArkFaults.ARK.missing("model"));
            return;
        }
        if (!MODELS.contains(model.asText())) {
            faults.add(ArkFaults.ARK.unknownModel(model.asText()));
        }
    }

    private void checkOutput() {
        checkChoice("resolution", FrameSizes.RESOLUTIONS);
        boolean small = !body.path("model").asText().equals(STANDARD);
        if (small && body.path("resolution").asText().equals("1080p")) {
            faults.add(ArkFaults.ARK.invalid("resolution", "1080p is not supported by this model"));
        }
        if (!body.path("ratio").asText().equals("adaptive")) {
            checkChoice("ratio", FrameSizes.RATIOS);
        }
        JsonNode duration = body.path("duration");
        boolean whole = duration.isIntegralNumber() && duration.canConvertToInt();
        boolean allowed = whole && (duration.asInt() == -1 || duration.asInt() >= 4 && duration.asInt() <= 15);
        if (!duration.isMissingNode() && !allowed) {
            faults.add(ArkFaults.ARK.invalid("duration", "a whole number from 4 to 15, or -1"));
        }
        for (String field : List.of("generate_audio", "watermark", "return_last_frame")) {
            if (body.has(field) && !body.get(field).isBoolean()) {
                faults.add(ArkFaults.ARK.invalid(field, "true or false is expected"));
            }
        }
    }

    private void checkChoice(String field, List<String> choices) {
        JsonNode value = body.path(field);
        if (!value.isMissingNode() && !(value.isTextual() && choices.contains(value.asText()))) {
            faults.add(ArkFaults.ARK.invalid(field, "one of " + String.join(", ", choices) + " is expected"));
        }
    }

    private void checkExtras() {
        for (String field : List.of("seed", "execution_expires_after", "priority")) {
            long[] range = RANGES.getOrDefault(field, new long[2]);
            JsonNode value = body.path(field);
            boolean inside = value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= range[0] && value.asLong() <= range[1];
            if (!value.isMissingNode() && !inside) {
                faults.add(ArkFaults.ARK.invalid(field, "a whole number from " + range[0] + " to " + range[1]));
            }
        }
        JsonNode callback = body.path("callback_url");
        if (!callback.isMissingNode() && !callback.asText().matches("https?://\\S{1,2000}")) {
            faults.add(ArkFaults.ARK.invalid("callback_url", "an http or https address is expected"));
        }
        JsonNode identifier = body.path("safety_identifier");
        if (!identifier.isMissingNode() && (!identifier.isTextual() || identifier.asText().length() > LONGEST_IDENTIFIER)) {
            faults.add(ArkFaults.ARK.invalid("safety_identifier", "a text of at most 64 characters is expected"));
        }
        if (body.has("tools") && !body.get("tools").isArray()) {
            faults.add(ArkFaults.ARK.invalid("tools", "a list is expected"));
        }
    }
}
