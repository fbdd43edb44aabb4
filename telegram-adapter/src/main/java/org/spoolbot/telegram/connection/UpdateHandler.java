package org.spoolbot.telegram.connection;

/** What is done with updates. Called on virtual threads. */
public interface UpdateHandler {
    /** An update came and is kept. For what cannot wait for its turn: must return soon, and may be called again after a restart. */
    void arrived(Arrival update);

    /**
     * It is this update's turn: those of the same line that came before are worked on.
     *
     * @param done to be run when it was worked on; then it is forgotten
     * @return whether the line waits for that
     * @throws RuntimeException if it cannot be worked on, now or ever; it is passed over
     */
    Turn take(Arrival update, Runnable done);

    /** The line an update belongs to: its updates are worked on one after another, others beside them. */
    String line(Arrival update);

    /** How the line goes on. */
    enum Turn {
        /** The next one waits for {@code done}. */
        WAIT,
        /** The next one may come at once; {@code done} is run later. */
        GO_ON,
        /** The server is too busy: the same again in a moment. */
        LATER
    }
}
