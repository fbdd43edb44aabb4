package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A routed REST request: the ids of its path in order, and what it carries. */
record Call(Route route, List<String> ids, Map<String, String> query, JsonNode body, List<Upload> files, Receipt receipt) {
    /** When its head had come: by the fake's clock, and by real time for measuring. */
    record Receipt(Instant at, long nanos) {}

    String id(int index) {
        return ids.get(index);
    }

    boolean flag(String parameter) {
        return "true".equals(query.get(parameter));
    }
}
