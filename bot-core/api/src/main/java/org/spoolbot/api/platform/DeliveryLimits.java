package org.spoolbot.api.platform;

/**
 * What fits into a destination.
 *
 * @param maxAttachmentBytes per file
 * @param maxTextLength in characters
 * @param minEditInterval the shortest useful time between two edits of one message, in milliseconds
 */
public record DeliveryLimits(long maxAttachmentBytes, int maxTextLength, long minEditInterval) {}
