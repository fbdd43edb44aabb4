package org.spoolbot.telegram.connection;

/** Where updates come from. */
public interface UpdateSource {
    /** Begins, and goes on until {@link #stop} whatever happens. Returns at once. */
    void start();

    /** Ends within a second. What was not kept comes again after the next start. */
    void stop();
}
