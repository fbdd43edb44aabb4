package org.spoolbot.api.command;

/**
 * A way to go on typing.
 *
 * @param text what the whole line becomes
 * @param label what is shown
 * @param description one line about it; may be empty
 */
public record Suggestion(String text, String label, String description) {}
