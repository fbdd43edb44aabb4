package org.spoolbot.discord.render;

/**
 * How sparing a command is with words, since Discord takes so many and no more.
 *
 * @param length the most characters of a description
 * @param choices whether choices are part of the command; else they are searched while typing
 */
record Thrift(int length, boolean choices) {}
