package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A call as it came and how it was answered; the status is 0 while the answer is still out or if the connection was dropped. */
public record Call(String method, Map<String, JsonNode> parameters, List<Upload> files, Instant at, int status) {
    /** A file that came with it. */
    public record Upload(String field, String name, long size) {}

    /** A parameter as text, empty if it was not sent. */
    public String text(String name) {
        JsonNode value = parameters.get(name);
        if (value == null || value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
