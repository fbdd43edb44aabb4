package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Holds traffic against Discord's published descriptions. */
final class SpecCheck {
    /** A request below {@code /api/v10}; the path without query; a multipart body as its {@code payload_json}. */
    void request(String method, String path, @Nullable JsonNode body) {
        throw new UnsupportedOperationException();
    }

    /** A 2xx answer. */
    void answer(String method, String path, int status, @Nullable JsonNode body) {
        throw new UnsupportedOperationException();
    }
}
