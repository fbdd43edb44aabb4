package org.spoolbot.providers.sandbox.serve;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.spoolbot.providers.sandbox.directive.Directive;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStore;

/** What all dialects share of asking about tasks. */
public final class PollDesk {

    private final TaskStore store;
    private final Recorder recorder;
    private final Views views;
    private final InstantSource clock;

    PollDesk(TaskStore store, Recorder recorder, Views views, InstantSource clock) {
        this.store = store;
        this.recorder = recorder;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Answers a query for one task, with everything that its directives want wrong about it.
     *
     * @param front whoever was asked
     * @param call the call
     * @param id the id that was asked for
     * @throws IOException if the caller went away
     * @throws RefusedRequest if the dialect knows no such task
     */
    public void query(Front front, Call call, String id) throws IOException, RefusedRequest {
        recorder.count("polls");
        Task task = find(front, id);
        int attempt = task.polls().incrementAndGet();
        if (misbehaves(front, call, task, attempt)) {
            return;
        }
        View view = views.polled(task, clock.instant(), attempt, front.form().finalizingPolls());
        call.json(200, front.form().described(task, view));
    }

    private boolean misbehaves(Front front, Call call, Task task, int attempt) throws IOException, RefusedRequest {
        Directives directives = task.spec().directives();
        if (directives.find(DirectiveName.NOT_FOUND).filter(denied -> attempt <= denied.number()).isPresent()) {
            throw new RefusedRequest(front.faults().unknownTask(task.id()));
        }
        Optional<Directive> refusal = directives.held(DirectiveName.POLL_STATUS, attempt);
        if (refusal.isPresent()) {
            directives.retryAfter(refusal.get()).ifPresent(wait -> call.answerHeader("Retry-After", String.valueOf(wait)));
            throw new RefusedRequest(front.faults().typical(refusal.get().status()));
        }
        if (directives.held(DirectiveName.POLL_HTML, attempt).isPresent()) {
            call.html();
            return true;
        }
        if (directives.held(DirectiveName.POLL_EMPTY, attempt).isPresent()) {
            call.text(200, "application/json", "");
            return true;
        }
        if (directives.has(DirectiveName.GZIP_LIE)) {
            call.claimGzip();
        }
        return false;
    }

    /**
     * Looks for a task.
     *
     * @param front whoever was asked
     * @param id its id
     * @return the task
     * @throws RefusedRequest if it was not made in this dialect, or is forgotten
     */
    public Task find(Front front, String id) throws RefusedRequest {
        return lookUp(front, id).orElseThrow(() -> new RefusedRequest(front.faults().unknownTask(id)));
    }

    /**
     * Looks for a task.
     *
     * @param front whoever was asked
     * @param id its id
     * @return the task, if it was made in this dialect and is not forgotten
     */
    public Optional<Task> lookUp(Front front, String id) {
        return store.find(id, clock.instant()).filter(task -> task.spec().dialect() == front.dialect());
    }

    /**
     * All tasks of a dialect.
     *
     * @param front whoever was asked
     * @return the newest first
     */
    public List<Task> newestFirst(Front front) {
        return store.newestFirst(clock.instant()).stream().filter(task -> task.spec().dialect() == front.dialect()).toList();
    }

    /**
     * Forgets a task.
     *
     * @param task the task
     */
    public void forget(Task task) {
        store.remove(task.id());
    }

    /**
     * What somebody who does not poll sees of a task.
     *
     * @param task the task
     * @return its state
     */
    public View view(Task task) {
        return views.of(task, clock.instant());
    }

    /**
     * The moment.
     *
     * @return now, on the sandbox's clock
     */
    public Instant now() {
        return clock.instant();
    }

    /**
     * Counts anything.
     *
     * @param what its name in the statistics
     */
    public void count(String what) {
        recorder.count(what);
    }
}
