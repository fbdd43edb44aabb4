package org.spoolbot.telegram.inbound;

/**
 * The bot itself.
 *
 * @param id its user id
 * @param userName its name without the {@code @}
 * @param readsAll whether it is shown all messages of groups, without being their administrator
 */
record Self(long id, String userName, boolean readsAll) {}
