package org.spoolbot.api.event;

/** Something that happens on the server. Implementations are immutable but for the decisions that a {@link Deniable} allows. */
public interface Event {}
