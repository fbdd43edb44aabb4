package org.spoolbot.providers.gateway;

import java.util.Locale;

/** What one gateway of a dialect has and another has not. */
public enum GatewaySwitch {
    /** Many tasks can be asked for at once. */
    LISTS_TASKS,
    /** A waiting task can be withdrawn. */
    CANCELS,
    /** It calls back when a task ends, if this server has a public address. */
    CALLBACKS,
    /** Files go to its upload service first. */
    UPLOADS,
    /** Pictures go through its asset library, which takes pictures of people; see the rule on consent in the documentation. */
    ASSET_LIBRARY;

    /** As it is written in settings. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
