package org.spoolbot.discord.outbound;

/** How a request ended. */
sealed interface Outcome<T> {
    /**
     * Well.
     *
     * @param value what Discord answered
     */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * Not well.
     *
     * @param failure why
     */
    record Failed<T>(Failure failure) implements Outcome<T> {}
}
