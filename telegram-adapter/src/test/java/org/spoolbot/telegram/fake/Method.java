package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;

/** What a method of the Bot API does; its result, or a {@link Refusal}. */
@FunctionalInterface
interface Method {
    JsonNode call(Parameters parameters);
}
