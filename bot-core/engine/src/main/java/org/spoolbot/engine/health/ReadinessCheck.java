package org.spoolbot.engine.health;

/** One line of {@code /readyz}. Parts contribute theirs to a set of bindings. Thread-safe. */
public interface ReadinessCheck {
    /** Its name, unique: {@code storage}, {@code disk} … */
    String name();

    /** Looks now; quick, never throws on purpose, and says nothing that is secret. */
    Outcome look();

    /**
     * What was seen.
     *
     * @param ready whether work can be done
     * @param detail a sentence for the operator
     */
    record Outcome(boolean ready, String detail) {}
}
