package org.spoolbot.providers.dialect.laozhangvideos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.providers.dialect.AnyOrder;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.gateway.Publisher;

class VideosPropertiesTest {
    private static final Set<String> DOCUMENTED = Set.of("model", "prompt", "content", "ratio", "duration", "watermark", "generate_audio");

    private final GatewayJson json = new GatewayJson();

    private JsonNode body(AnyOrder any) {
        GenerationOrder order = any.of(VideosModels.all().getFirst());
        Publisher.Published published = new Publisher().publish(order);
        // Only links are taken, and every file of these orders has one; other kinds of file are as good as any here.
        List<String> addresses = ((Publisher.Published.All) published).addresses();
        return json.read(new VideosRequests(json).create(order, addresses)).orElseThrow();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Property(tries = 300)
    void no_field_outside_the_document_is_ever_sent(@ForAll(supplier = AnyOrder.Supply.class) AnyOrder any) {
        JsonNode body = body(any);
        assertThat(names(body)).isSubsetOf(DOCUMENTED).contains("model", "prompt", "watermark", "generate_audio");
        for (JsonNode item : body.path("content")) {
            String type = item.path("type").asText();
            assertThat(type).isIn("text", "image_url", "video_url", "audio_url");
            assertThat(names(item)).isEqualTo(type.equals("text") ? List.of("type", "text") : List.of("type", type, "role"));
            assertThat(names(item.path(type))).isEqualTo(type.equals("text") ? List.of() : List.of("url"));
        }
    }

    @Property(tries = 300)
    void the_prompt_stands_in_both_places_exactly_where_there_are_references(@ForAll(supplier = AnyOrder.Supply.class) AnyOrder any) {
        JsonNode body = body(any);
        int references = any.of(VideosModels.all().getFirst()).sources().size();
        assertThat(body.path("content").size()).isEqualTo(references == 0 ? 0 : references + 1);
        if (references > 0) {
            assertThat(body.path("content").path(0).path("text")).isEqualTo(body.path("prompt"));
        }
    }

    @Property(tries = 300)
    void the_task_behind_an_address_never_changes_the_address(@ForAll String taskId) {
        URI signed = URI.create("https://x.example/a%20b.mp4?X-Tos-Signature=a%2Fb%3D&c=d");
        URI address = ClipAddress.of(signed, taskId);
        assertThat(ClipAddress.signed(address)).isEqualTo(signed);
        assertThat(ClipAddress.taskId(address).orElseThrow()).isEqualTo(new String(
                taskId.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8));
    }
}
