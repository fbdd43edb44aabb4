package org.spoolbot.discord.fake;

/** A role of a guild; the one whose id is the guild's is @everyone. */
public record Role(String id, String name, long permissions) {}
