package org.spoolbot.telegram.inbound;

/**
 * The bot itself.
 *
 * @param id its user id
 * @param userName its name without the {@code @}
 */
record Self(long id, String userName) {}
