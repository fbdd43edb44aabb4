package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A medium as it stands in a message: an object, or the sizes of a photo, smallest first. */
record Asset(Kind kind, JsonNode json) {
    void onto(ObjectNode content) {
        content.set(kind.field(), json.deepCopy());
        if (kind == Kind.ANIMATION) {
            ObjectNode document = json.deepCopy();
            content.set("document", document.without(List.of("width", "height", "duration"))); // docs: Message.animation, for old clients
        }
    }
}
