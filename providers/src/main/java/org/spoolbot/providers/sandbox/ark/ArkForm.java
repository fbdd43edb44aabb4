package org.spoolbot.providers.sandbox.ark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.serve.CreateForm;
import org.spoolbot.providers.sandbox.serve.Faces;
import org.spoolbot.providers.sandbox.serve.Fault;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.task.ClipOrder;
import org.spoolbot.providers.sandbox.task.ClipOrder.Role;

/**
 * The body of one of Ark's create calls.
 *
 * @param body anything
 */
record ArkForm(JsonNode body) implements CreateForm {

    private static final int DEFAULT_SECONDS = 5;
    private static final int DEFAULT_EXPIRY = 172_800;

    @Override
    public String prompt() {
        for (JsonNode item : body.path("content")) {
            if (item.path("type").asText().equals("text")) {
                return item.path("text").asText("");
            }
        }
        return "";
    }

    @Override
    public ClipOrder order(Directives directives) throws RefusedRequest {
        List<Fault> faults = ArkRequestValidator.validate(body);
        if (!faults.isEmpty()) {
            throw new RefusedRequest(faults.getFirst());
        }
        Duration expiry = Duration.ofSeconds(body.path("execution_expires_after").asInt(DEFAULT_EXPIRY));
        Optional<String> callback = Optional.of(body.path("callback_url").asText("")).filter(address -> !address.isEmpty());
        ClipOrder order = new ClipOrder(
                body.path("model").asText(),
                new ClipOrder.Prompt(prompt(), directives.prompt()),
                references(body.path("content")),
                output(),
                new ClipOrder.Terms(callback, expiry));
        Faces.check(order, directives, ArkFaults.ARK::refusal, number -> item(order.references().get(number).param()));
        return order;
    }

    private static String item(String param) {
        return param.substring(0, param.indexOf('.'));
    }

    private ClipOrder.Output output() {
        int duration = body.path("duration").asInt(DEFAULT_SECONDS);
        long seed = body.path("seed").asLong(-1);
        return new ClipOrder.Output(
                body.path("resolution").asText("720p"),
                body.path("ratio").asText("adaptive"),
                duration == -1 ? OptionalInt.empty() : OptionalInt.of(duration),
                body.path("generate_audio").asBoolean(true),
                seed < 0 ? OptionalLong.empty() : OptionalLong.of(seed),
                body.path("watermark").asBoolean(false),
                body.path("return_last_frame").asBoolean(false));
    }

    private static List<ClipOrder.Reference> references(JsonNode content) {
        List<ClipOrder.Reference> references = new ArrayList<>();
        for (int position = 0; position < content.size(); position++) {
            JsonNode item = content.get(position);
            int place = position;
            ContentRules.kind(item.path("type").asText()).ifPresent(kind -> references.add(new ClipOrder.Reference(
                    kind,
                    role(item.path("role").asText("")),
                    new ClipOrder.Source.Address(item.path(ContentRules.field(kind)).path("url").asText()),
                    "content[" + place + "]." + ContentRules.field(kind) + ".url")));
        }
        return references;
    }

    private static Role role(String word) {
        if (word.equals("last_frame")) {
            return Role.LAST_FRAME;
        }
        return word.startsWith("reference_") ? Role.REFERENCE : Role.FIRST_FRAME;
    }
}
