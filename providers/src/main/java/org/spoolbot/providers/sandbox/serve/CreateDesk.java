package org.spoolbot.providers.sandbox.serve;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.spoolbot.providers.sandbox.directive.Directive;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.task.ClipOrder;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStore;

/** What all dialects share of create calls. */
public final class CreateDesk {

    private static final int LARGE_BODY = 1024 * 1024;
    private static final int LARGE_BODIES_AT_ONCE = 4;

    private final Semaphore largeBodies = new Semaphore(LARGE_BODIES_AT_ONCE);
    private final TaskStore store;
    private final Recorder recorder;
    private final TaskFactory factory;
    private final Tellers tellers;
    private final InstantSource clock;
    private final CountDownLatch closed;

    CreateDesk(TaskStore store, Recorder recorder, TaskFactory factory, Tellers tellers, InstantSource clock, CountDownLatch closed) {
        this.store = store;
        this.recorder = recorder;
        this.factory = factory;
        this.tellers = tellers;
        this.clock = clock;
        this.closed = closed;
    }

    /** Who is to be told what: callers about their tasks, and this desk about what it must do wrong. */
    record Tellers(CallbackSender callbacks, Misbehaviours misbehaviours, Views views) {}

    private record Accepted(Task task, int attempt) {}

    /**
     * Answers a create call.
     *
     * @param front whoever was asked
     * @param call the call
     * @param reader reads its body
     * @throws IOException if the caller went away
     * @throws RefusedRequest if anything is wrong with it
     * @throws InterruptedException if the gateway closes meanwhile
     */
    public void create(Front front, Call call, CreateForm.Reader reader) throws IOException, RefusedRequest, InterruptedException {
        Optional<Accepted> accepted = takeInTurn(front, call, reader);
        if (accepted.isPresent()) {
            answer(front, call, accepted.get().task(), accepted.get().attempt());
        }
    }

    private Optional<Accepted> takeInTurn(Front front, Call call, CreateForm.Reader reader)
            throws IOException, RefusedRequest, InterruptedException {
        String length = call.header("Content-Length").orElse("");
        boolean small = !length.isEmpty() && length.length() < 10 && Long.parseLong(length) <= LARGE_BODY;
        if (small) {
            return take(front, call, reader);
        }
        largeBodies.acquire();
        try {
            return take(front, call, reader);
        } finally {
            largeBodies.release();
        }
    }

    private Optional<Accepted> take(Front front, Call call, CreateForm.Reader reader)
            throws IOException, RefusedRequest, InterruptedException {
        try (CreateForm form = reader.read(call)) {
            String prompt = form.prompt();
            String clientRequestId = call.header("X-Client-Request-Id").orElse("");
            int attempt = recorder.countCreate(prompt, clientRequestId);
            Directives directives = directives(front, prompt);
            if (misbehavesBefore(front, call, directives, attempt)) {
                return Optional.empty();
            }
            ClipOrder order = form.order(directives);
            return Optional.of(new Accepted(accept(front, order, directives, clientRequestId), attempt));
        }
    }

    private Directives directives(Front front, String prompt) throws RefusedRequest {
        Directives directives = Directives.parse(prompt).with(tellers.misbehaviours().take(front.dialect(), prompt));
        if (!directives.faults().isEmpty()) {
            throw new RefusedRequest(front.faults().invalid("prompt", directives.faults().getFirst()));
        }
        for (String shape : directives.find(DirectiveName.SHAPE).map(Directive::items).orElse(List.of())) {
            if (!front.form().shapes().contains(shape)) {
                throw new RefusedRequest(front.faults().invalid("prompt", "this dialect has no shape '" + shape + "'"));
            }
        }
        return directives;
    }

    private boolean misbehavesBefore(Front front, Call call, Directives directives, int attempt) throws IOException {
        Optional<Directive> refusal = directives.held(DirectiveName.CREATE_STATUS, attempt)
                .or(() -> directives.held(DirectiveName.REFUSE, attempt));
        if (refusal.isPresent()) {
            recorder.count("refused");
            directives.retryAfter(refusal.get()).ifPresent(seconds -> call.answerHeader("Retry-After", String.valueOf(seconds)));
            call.refuse(front.faults(), worded(front.faults(), refusal.get()));
            return true;
        }
        if (directives.held(DirectiveName.DROP_BEFORE_ACCEPT, attempt).isPresent()) {
            recorder.count("dropped");
            call.close();
            return true;
        }
        if (directives.held(DirectiveName.CREATE_HTML, attempt).isPresent()) {
            call.html();
            return true;
        }
        if (directives.held(DirectiveName.CREATE_EMPTY, attempt).isPresent()) {
            call.text(200, "application/json", "");
            return true;
        }
        return false;
    }

    private static Fault worded(Faults faults, Directive refusal) {
        if (refusal.name() == DirectiveName.REFUSE) {
            return faults.refusal(refusal.value());
        }
        Fault fault = faults.typical(refusal.status());
        String code = refusal.options().get("code");
        return code == null ? fault : fault.withCode(code, faults.messageFor(code));
    }

    private Task accept(Front front, ClipOrder order, Directives directives, String clientRequestId)
            throws RefusedRequest, InterruptedException {
        if (!factory.hasRoom()) {
            throw new RefusedRequest(front.faults().typical(429));
        }
        TaskFactory.Draft draft = factory.draft(front, order, directives, clientRequestId);
        if (!store.add(draft.task(), clock.instant())) {
            throw new RefusedRequest(front.faults().typical(429));
        }
        recorder.count("accepted");
        factory.begin(front, draft);
        tellers.callbacks().watch(front, draft.task());
        return draft.task();
    }

    private void answer(Front front, Call call, Task task, int attempt) throws IOException, InterruptedException {
        Directives directives = task.spec().directives();
        if (directives.held(DirectiveName.DROP_AFTER_ACCEPT, attempt).isPresent()) {
            recorder.count("dropped");
            call.close();
            return;
        }
        Optional<Directive> hang = directives.held(DirectiveName.HANG, attempt);
        if (hang.isPresent() && closed.await(hang.get().duration().toMillis(), TimeUnit.MILLISECONDS)) {
            call.close();
            return;
        }
        if (directives.has(DirectiveName.GZIP_LIE)) {
            call.claimGzip();
        }
        call.json(200, front.form().created(task, tellers.views().of(task, task.timeline().created())));
    }
}
