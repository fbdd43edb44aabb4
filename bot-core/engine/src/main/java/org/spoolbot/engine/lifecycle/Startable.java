package org.spoolbot.engine.lifecycle;

/** A part of the server that boot starts and stops, each once, in the order of its checklist. */
public interface Startable {
    /** Begins to work. An exception ends the start of the server. */
    void start();

    /** Ends its work within 5 seconds and lets go of everything. Never throws; called only after {@link #start()}. */
    void stop();
}
