package org.spoolbot.providers.sandbox.serve;

import java.io.IOException;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.task.ClipOrder;

/** A create call's body, read and not yet checked. Closing it deletes files that came with it and were not used. */
public interface CreateForm extends AutoCloseable {

    /**
     * The text, as well as it can be found in a body that may be wrong.
     *
     * @return the text as it was sent, with its instructions; empty if there is none
     */
    String prompt();

    /**
     * Checks everything and says what is asked for.
     *
     * @param directives the instructions of its text; {@link Directives#prompt} is the text without them
     * @return the order
     * @throws RefusedRequest if anything at all is wrong
     */
    ClipOrder order(Directives directives) throws RefusedRequest;

    @Override
    default void close() {}

    /** Reads a body. */
    @FunctionalInterface
    interface Reader {

        /**
         * Reads a body, and notes it with {@link Call#note}.
         *
         * @param call the call
         * @return what it says
         * @throws IOException if the caller went away
         * @throws RefusedRequest if it cannot be read at all
         */
        CreateForm read(Call call) throws IOException, RefusedRequest;
    }
}
