package org.spoolbot.providers.sandbox.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.spoolbot.providers.sandbox.directive.Directive;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.task.Outcome;
import org.spoolbot.providers.sandbox.task.Task;

/** Says why a task failed, in the forms that gateways are known to use; {@code shape} chooses one that is not the documented one. */
public final class Failures {

    /** The error is {@code null}. */
    public static final String NULL = "error-null";

    /** There is no error at all. */
    public static final String ABSENT = "error-absent";

    /** The error is a text. */
    public static final String TEXT = "error-text";

    /** All of them. */
    public static final Set<String> SHAPES = Set.of(NULL, ABSENT, TEXT);

    private Failures() {}

    /**
     * Adds {@code error} with {@code code} and {@code message}, or as the task's directives want it.
     *
     * @param answer where
     * @param task a task, which may have ended in any way
     */
    public static void describe(ObjectNode answer, Task task) {
        if (!(task.outcome().orElse(null) instanceof Outcome.Failed(String code, String message))) {
            return;
        }
        if (has(task, ABSENT)) {
            return;
        }
        if (has(task, NULL)) {
            answer.putNull("error");
            return;
        }
        if (has(task, TEXT)) {
            answer.put("error", message);
            return;
        }
        answer.putObject("error").put("code", code).put("message", message);
    }

    /**
     * Whether a task's answers are to have a form.
     *
     * @param task the task
     * @param shape a word of the directive {@code shape}
     * @return whether it was asked for
     */
    public static boolean has(Task task, String shape) {
        return task.spec().directives().find(DirectiveName.SHAPE).map(Directive::items).orElse(List.of()).contains(shape);
    }
}
