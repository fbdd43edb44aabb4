package org.spoolbot.providers.sandbox.task;

import java.time.Instant;

/**
 * When a task passes from one state to the next at the earliest.
 *
 * @param created when it was accepted
 * @param running when it stops waiting
 * @param done when it may be finished
 * @param expires when it gives up
 */
public record Timeline(Instant created, Instant running, Instant done, Instant expires) {}
