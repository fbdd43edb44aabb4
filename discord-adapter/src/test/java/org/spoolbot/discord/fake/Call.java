package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A routed REST request: the ids of its path in order, and what it carries. */
record Call(Route route, List<String> ids, Map<String, String> query, JsonNode body, List<Upload> files, long receivedNanos) {
    String id(int index) {
        return ids.get(index);
    }

    boolean flag(String parameter) {
        return "true".equals(query.get(parameter));
    }
}
