package org.spoolbot.providers.sandbox.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStatus;

/** How a dialect talks about tasks. */
public interface TaskForm {

    /**
     * An id in the dialect's own look.
     *
     * @param now the moment
     * @param letters 32 random lower-case letters and digits, of which it may take as many as it likes
     * @return the id; letters, digits, dashes and underlines only
     */
    String newId(Instant now, String letters);

    /**
     * The answer to the create call.
     *
     * @param task the new task
     * @param view its state
     * @return the body
     */
    JsonNode created(Task task, View view);

    /**
     * The answer to a query, and the body of a callback.
     *
     * @param task the task
     * @param view its state as the caller may see it
     * @return the body
     */
    JsonNode described(Task task, View view);

    /**
     * Words that the directive {@code shape} may have, for other forms of the same answers that live gateways give.
     *
     * @return the words; {@code task.spec().directives()} says which a task has
     */
    default Set<String> shapes() {
        return Set.of();
    }

    /**
     * How many polls a made clip is {@code succeeded} and not yet to be had.
     *
     * @return the number, usually none
     */
    default int finalizingPolls() {
        return 0;
    }

    /**
     * Which changes are told to whoever asked for it, and how persistently.
     *
     * @return the plan; a dialect without callbacks makes no order that has an address
     */
    default Callbacks callbacks() {
        return Callbacks.NONE;
    }

    /**
     * A way of telling about changes.
     *
     * @param told the states that are told
     * @param patience how long an answer may take
     * @param waits how long to wait before each further attempt
     */
    record Callbacks(Set<TaskStatus> told, Duration patience, List<Duration> waits) {

        /** Nothing is told. */
        public static final Callbacks NONE = new Callbacks(Set.of(), Duration.ofSeconds(5), List.of());
    }
}
