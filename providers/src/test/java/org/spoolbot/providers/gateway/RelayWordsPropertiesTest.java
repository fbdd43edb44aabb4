package org.spoolbot.providers.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.TaskState;

class RelayWordsPropertiesTest {
    private static final Set<String> ENDS = Set.of("failed", "failure", "expired", "cancelled", "canceled");

    @Property(tries = 300)
    void a_word_that_nobody_knows_ends_no_job(@ForAll @AlphaChars @StringLength(min = 1, max = 12) String word) throws ProviderException {
        Assume.that(!ENDS.contains(word.toLowerCase(Locale.ROOT)));
        GatewayJson json = new GatewayJson();
        assertThat(new RelayAnswers(json).state(json.object().put("status", word))).isNotInstanceOf(TaskState.Failed.class);
    }

    /** Any value that a relay may put anywhere. */
    @Provide
    Arbitrary<JsonNode> values() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Arbitrary<JsonNode> plain = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12).map(nodes::textNode),
                Arbitraries.of("completed", "FAILURE", "running", "https://x.example/a", "{\"error\":1}", "50%", "0").map(nodes::textNode),
                Arbitraries.longs().map(nodes::numberNode),
                Arbitraries.of(nodes.booleanNode(true), nodes.nullNode(), nodes.arrayNode()));
        Arbitrary<JsonNode> flat = objects(plain);
        return Arbitraries.oneOf(plain, flat, objects(flat));
    }

    private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> values) {
        Arbitrary<String> names = Arbitraries.of(
                "status", "data", "error", "code", "message", "fail_reason", "progress", "video_url", "url", "metadata", "usage",
                "completion_tokens", "total_tokens", "content", "task_id", "id", "result_url");
        return Arbitraries.maps(names, values).ofMaxSize(8).map(fields -> {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.setAll(fields);
            return object;
        });
    }

    @Property(tries = 1000)
    void no_answer_however_odd_brings_the_bot_down(@ForAll("values") JsonNode value) {
        ObjectNode body = value instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode().set("status", value);
        RelayAnswers answers = new RelayAnswers(new GatewayJson());
        RelayAnswers.accepted(body, "id", "task_id");
        try {
            assertThat(answers.state(body)).isNotNull();
        } catch (ProviderException understood) {
            assertThat(understood.getMessage()).hasSizeLessThan(200);
        }
    }
}
