package org.spoolbot.providers.sandbox.task;

/** How the making of a clip ended. */
public sealed interface Outcome {

    /**
     * There is a clip.
     *
     * @param clip its files
     */
    record Made(Clip clip) implements Outcome {}

    /**
     * There is none.
     *
     * @param code the dialect's error code
     * @param message the dialect's sentence
     */
    record Failed(String code, String message) implements Outcome {}

    /** It was not made in time. */
    record Expired() implements Outcome {}
}
