package org.spoolbot.api.platform;

/** What keeps messages of the bot from arriving somewhere. */
public enum Obstacle {
    /** The place is gone. */
    GONE,
    /** The bot is not a member there. */
    NOT_A_MEMBER,
    /** The bot may not see the place. */
    MAY_NOT_SEE,
    /** The bot may not write there. */
    MAY_NOT_WRITE,
    /** The bot may not send files there. */
    MAY_NOT_ATTACH
}
