package org.spoolbot.e2e;

import com.fasterxml.jackson.databind.JsonNode;

/** What the tests know of Ark's wire. */
final class Ark {
    /** Where the sandbox speaks Ark. */
    static final String PATH = "/api/v3";

    private Ark() {}

    /** The prompt in the body of a paid call. */
    static String prompt(String body) {
        for (JsonNode item : Json.read(body).path("content")) {
            if (item.path("type").asText().equals("text")) {
                return item.path("text").asText();
            }
        }
        throw new AssertionError("no prompt in " + body);
    }
}
