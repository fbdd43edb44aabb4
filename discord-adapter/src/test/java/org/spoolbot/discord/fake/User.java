package org.spoolbot.discord.fake;

/** An account. */
public record User(String id, String name, boolean bot) {}
