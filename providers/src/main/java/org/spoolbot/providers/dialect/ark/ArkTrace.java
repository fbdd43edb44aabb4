package org.spoolbot.providers.dialect.ark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Ratio;

/**
 * Reads a list of tasks, page by page, for those that may have come of one order. The list tells no prompt, and the format only of finished
 * tasks: what it does not tell does not speak against a task.
 */
final class ArkTrace {
    /** The gateway's clock may be off by as much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private final Format format;
    private final Instant from;
    private final Instant to;
    private final Set<String> found = new HashSet<>();
    private boolean newestFirst = true;
    private Instant last = Instant.MAX;
    private int seen;

    ArkTrace(Format format, Instant from, Instant to) {
        this.format = format;
        this.from = from.minus(CLOCKS_DIFFER);
        this.to = to.plus(CLOCKS_DIFFER);
    }

    /** Takes a page; says whether the list has nothing more to tell. */
    boolean endsWith(JsonNode page) {
        JsonNode items = page.path("items");
        for (JsonNode item : items) {
            take(item);
        }
        seen += items.size();
        boolean wasLast = items.isEmpty() || seen >= page.path("total").asInt(Integer.MAX_VALUE);
        return wasLast || newestFirst && last.isBefore(from);
    }

    Set<String> found() {
        return Set.copyOf(found);
    }

    private void take(JsonNode item) {
        Instant created = Instant.ofEpochSecond(item.path("created_at").asLong());
        newestFirst &= !created.isAfter(last);
        last = created;
        String id = item.path("id").asText("");
        if (!id.isEmpty() && !created.isBefore(from) && !created.isAfter(to) && fits(item)) {
            found.add(id);
        }
    }

    private boolean fits(JsonNode item) {
        Optional<String> ratio = format.ratio() == Ratio.ADAPTIVE ? Optional.empty() : Optional.of(format.ratio().label());
        return tellsNothingElse(item, "resolution", Optional.of(format.resolution().label()))
                && tellsNothingElse(item, "ratio", ratio)
                && tellsNothingElse(item, "duration", Optional.of(Integer.toString(format.seconds())))
                && tellsNothingElse(item, "generate_audio", Optional.of(Boolean.toString(format.audio())));
    }

    private static boolean tellsNothingElse(JsonNode item, String field, Optional<String> ordered) {
        String told = item.path(field).asText("");
        return told.isEmpty() || ordered.isEmpty() || told.equalsIgnoreCase(ordered.get());
    }
}
