package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the app lets a person press and choose. */
final class Presses {
    private Presses() {}

    static void check(ObjectNode part, List<String> values) {
        String what = part.path("label").asText(part.path("placeholder").asText(part.path("custom_id").asText()));
        if (part.path("disabled").asBoolean(false)) {
            throw new AssertionError("\"" + what + "\" is disabled");
        }
        List<String> offered = Json.objects(part.path("options")).stream().map(option -> option.path("value").asText()).toList();
        if (!offered.containsAll(values)) {
            throw new AssertionError("\"" + what + "\" offers " + offered + ", not " + values);
        }
    }
}
