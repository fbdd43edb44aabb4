package org.spoolbot.providers.sandbox.serve;

import java.time.Instant;
import java.util.Optional;
import org.spoolbot.providers.sandbox.task.TaskStatus;

/**
 * A task's state as a caller may see it, with the lies that its directives tell.
 *
 * @param status the state
 * @param since when it began
 * @param progress from 0 to 100
 * @param word the word that must stand for the state, whatever the dialect's own is
 * @param links where its files are
 */
public record View(TaskStatus status, Instant since, int progress, Optional<String> word, Links links) {

    /**
     * Where a task's files are; empty before there are any, and when they are kept secret.
     *
     * @param video the clip
     * @param lastFrame its last picture, if it was asked for
     */
    public record Links(Optional<String> video, Optional<String> lastFrame) {

        static final Links NONE = new Links(Optional.empty(), Optional.empty());
    }

    /**
     * The word for the state.
     *
     * @param usual the dialect's own
     * @return that, unless another was asked for
     */
    public String wordOr(String usual) {
        return word.orElse(usual);
    }
}
