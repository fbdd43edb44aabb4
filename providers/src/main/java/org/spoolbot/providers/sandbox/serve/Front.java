package org.spoolbot.providers.sandbox.serve;

import java.io.IOException;
import org.spoolbot.providers.sandbox.reference.ReferenceLimits;
import org.spoolbot.providers.sandbox.task.Dialect;

/**
 * One dialect on the wire. It reads and checks what callers say and words the answers; everything that all dialects share (the key, the
 * directives, making clips, callbacks) is done for it.
 */
public interface Front {

    /**
     * Which dialect it speaks.
     *
     * @return the dialect
     */
    Dialect dialect();

    /**
     * Whether a path belongs to it.
     *
     * @param path the path of a request
     * @return whether {@link #handle} is to answer
     */
    boolean serves(String path);

    /**
     * Whether a path is for everybody who knows it, such as that of a file whose name cannot be guessed.
     *
     * @param path a path that it serves
     * @return whether no key is needed
     */
    default boolean isOpen(String path) {
        return false;
    }

    /**
     * Answers a request whose key was found right, or whose path is open.
     *
     * @param call a request with a path that it serves
     * @throws IOException if the caller went away
     * @throws RefusedRequest if it is refused
     * @throws InterruptedException if the gateway closes meanwhile
     */
    void handle(Call call) throws IOException, RefusedRequest, InterruptedException;

    /**
     * How it refuses.
     *
     * @return the wording
     */
    Faults faults();

    /**
     * How it talks about tasks.
     *
     * @return the wording
     */
    TaskForm form();

    /**
     * What it takes as a reference.
     *
     * @return the limits
     */
    ReferenceLimits limits();
}
