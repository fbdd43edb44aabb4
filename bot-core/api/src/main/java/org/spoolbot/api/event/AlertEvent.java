package org.spoolbot.api.event;

import org.spoolbot.api.i18n.Phrase;

/**
 * The operator should know.
 *
 * @param topic alerts of one topic are told at most hourly, for example {@code submit-ambiguous}
 * @param text what happened and what to do
 */
public record AlertEvent(String topic, Phrase text) implements Event {}
