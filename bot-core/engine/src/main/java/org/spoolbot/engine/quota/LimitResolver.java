package org.spoolbot.engine.quota;

import org.spoolbot.api.identity.Sender;

/** Finds the limits that decide for a sender: files, what was set from chat, groups, caps. Blocks on the database. */
public interface LimitResolver {
    /**
     * The limits that decide.
     *
     * @param sample whether only sandbox clips are ordered: then the sandbox defaults apply
     */
    EffectiveLimits resolve(Sender sender, boolean sample);

    /** The share of the sender's group in the fair order, at least 1. */
    int weight(Sender sender);
}
