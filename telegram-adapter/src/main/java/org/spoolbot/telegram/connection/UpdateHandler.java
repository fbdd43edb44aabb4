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
     * @throws UnreadableUpdateException if it can never be worked on; it is passed over
     * @throws RuntimeException if something else failed; it is offered again a few times before it is passed over
     */
    Turn take(Arrival update, Receipt done);

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
