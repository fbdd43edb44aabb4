package org.spoolbot.providers.sandbox.serve;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spoolbot.providers.sandbox.directive.Directive;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.directive.Directives;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStatus;
import org.spoolbot.providers.sandbox.task.Timeline;

/** Works out what callers may see of a task. */
final class Views {

    private static final Duration TOO_OLD = Duration.ofDays(2);

    private final SignedLinks links;
    private final URI base;

    Views(SignedLinks links, URI base) {
        this.links = links;
        this.base = base;
    }

    /** What is seen by somebody who does not poll. */
    View of(Task task, Instant now) {
        Task.State state = seen(task, now);
        View.Links open = open(task, state, Math.max(1, task.finishedPolls().get()));
        return new View(state.status(), state.since(), progress(task, state, now), Optional.empty(), open);
    }

    /** What is seen at a poll, of which some directives hold for a few only. */
    View polled(Task task, Instant now, int attempt, int usuallyFinalizing) {
        Task.State state = seen(task, now);
        Optional<String> word = word(task, attempt);
        int progress = progress(task, state, now);
        if (state.status() != TaskStatus.SUCCEEDED) {
            return new View(state.status(), state.since(), progress, word, View.Links.NONE);
        }
        int finalizing = task.spec().directives().find(DirectiveName.FINALIZING).map(Directive::number).orElse(usuallyFinalizing);
        int finished = task.finishedPolls().incrementAndGet();
        if (finished <= finalizing) {
            return new View(state.status(), state.since(), progress, word.or(() -> Optional.of("succeeded")), View.Links.NONE);
        }
        return new View(state.status(), state.since(), progress, word, open(task, state, finished - finalizing));
    }

    private static Task.State seen(Task task, Instant now) {
        Duration lag = task.spec().directives().find(DirectiveName.LAG).map(Directive::duration).orElse(Duration.ZERO);
        Instant created = task.timeline().created();
        Instant then = now.minus(lag);
        return task.stateAt(then.isBefore(created) ? created : then);
    }

    private static Optional<String> word(Task task, int attempt) {
        List<String> words = task.spec().directives().find(DirectiveName.STATES).map(Directive::items).orElse(List.of());
        return attempt <= words.size() ? Optional.of(words.get(attempt - 1)) : Optional.empty();
    }

    private static int progress(Task task, Task.State state, Instant now) {
        if (state.status() != TaskStatus.RUNNING) {
            return state.status().isFinal() ? 100 : 0;
        }
        Timeline timeline = task.timeline();
        double whole = Math.max(1, Duration.between(timeline.running(), timeline.done()).toMillis());
        double part = Math.clamp(Duration.between(timeline.running(), now).toMillis() / whole, 0.0, 0.99);
        List<String> steps = task.spec().directives().find(DirectiveName.PROGRESS).map(Directive::items).orElse(List.of());
        return steps.isEmpty() ? (int) (part * 100) : Integer.parseInt(steps.get((int) (part * steps.size())));
    }

    private View.Links open(Task task, Task.State state, int attempt) {
        if (state.status() != TaskStatus.SUCCEEDED) {
            return View.Links.NONE;
        }
        Directives directives = task.spec().directives();
        Instant issued = directives.has(DirectiveName.EXPIRED_URL) ? state.since().minus(TOO_OLD) : state.since();
        boolean secret = directives.held(DirectiveName.NO_URL, attempt).isPresent();
        boolean lastFrame = task.spec().order().output().lastFrame();
        return new View.Links(
                secret ? Optional.empty() : Optional.of(link(task, "mp4", issued)),
                lastFrame ? Optional.of(link(task, "png", issued)) : Optional.empty());
    }

    private String link(Task task, String ending, Instant issued) {
        return base + links.sign("/tos/" + task.id() + "/" + task.fileName() + "." + ending, issued);
    }
}
