package org.spoolbot.engine.identity;

import org.spoolbot.api.platform.Origin;
import java.time.Instant;
import java.util.List;

/** Finds the permission groups of a person where they speak. Answers from memory. */
@FunctionalInterface
public interface GroupLookup {
    /**
     * The groups, strongest first, at least one.
     *
     * @param firstSeen when the person was first seen; now for somebody never seen
     */
    List<String> groups(Origin origin, Instant firstSeen);
}
