package org.spoolbot.providers.dialect.ark;

/** Numbers of the Ark dialect. */
final class ArkLimits {
    /** Tasks asked for in one list call. */
    static final int LIST_SIZE = 100;

    /** Pages of the list read in search of one task. */
    static final int MOST_PAGES = 10;

    /** Tasks that a list left out and that are asked for one by one in the same call. */
    static final int MOST_SINGLES = 4;

    private ArkLimits() {}
}
