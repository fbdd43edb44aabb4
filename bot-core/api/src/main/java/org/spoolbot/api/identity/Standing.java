package org.spoolbot.api.identity;

/** What the platform itself says about a person in the community where they speak. Ordered by rank. */
public enum Standing {
    /** Nothing special, or a private chat. */
    MEMBER,
    /** May moderate people there. */
    MODERATOR,
    /** Administers that community. */
    ADMINISTRATOR
}
