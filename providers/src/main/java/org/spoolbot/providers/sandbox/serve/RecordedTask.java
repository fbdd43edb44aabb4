package org.spoolbot.providers.sandbox.serve;

import java.time.Instant;
import org.spoolbot.providers.sandbox.task.Task;

/**
 * What the sandbox saw of one task.
 *
 * @param id its id
 * @param prompt the text as it was sent, with its instructions
 * @param createdAt when it was accepted
 * @param status its state, as on the wire
 * @param calls how often it was asked for what
 * @param clientRequestId the caller's own name for the call, may be empty
 */
public record RecordedTask(String id, String prompt, Instant createdAt, String status, Calls calls, String clientRequestId) {

    /**
     * Numbers of calls.
     *
     * @param creates how many create calls had the task's text
     * @param polls how often the task was asked for
     * @param downloads how often its clip was asked for
     */
    public record Calls(int creates, int polls, int downloads) {}

    static RecordedTask of(Task task, Instant now, int creates) {
        return new RecordedTask(
                task.id(),
                task.spec().order().prompt().raw(),
                task.timeline().created(),
                task.stateAt(now).status().word(),
                new Calls(creates, task.polls().get(), task.downloads().get()),
                task.spec().clientRequestId());
    }
}
