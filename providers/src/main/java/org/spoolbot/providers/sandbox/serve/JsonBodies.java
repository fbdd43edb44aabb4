package org.spoolbot.providers.sandbox.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/** Reads JSON without forgiving anything. */
public final class JsonBodies {

    private static final int LARGEST_BODY = 64 * 1024 * 1024;
    private static final int MOST_NOTED = 1024 * 1024;
    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LARGEST_BODY).maxNestingDepth(50).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonBodies() {}

    /**
     * Reads and notes a body.
     *
     * @param call the call
     * @param invalid words a refusal, from a parameter's name and a reason, such as {@code faults::invalid}
     * @return the body, which may be anything, or a missing node if there is none
     * @throws IOException if the caller went away
     * @throws RefusedRequest if it is not JSON, or larger than 64 MB
     */
    public static JsonNode read(Call call, BiFunction<String, String, Fault> invalid) throws IOException, RefusedRequest {
        byte[] bytes = call.body().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new RefusedRequest(invalid.apply("body", "it is larger than 64 MB"));
        }
        call.note(new String(bytes, 0, Math.min(bytes.length, MOST_NOTED), StandardCharsets.UTF_8));
        try {
            JsonNode body = STRICT.readTree(bytes);
            return body == null ? STRICT.missingNode() : body;
        } catch (JsonProcessingException e) {
            throw new RefusedRequest(invalid.apply("body", "it is not well-formed JSON"));
        }
    }
}
