package org.spoolbot.engine.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.message.MessageRef;

/** Copies of a job with one thing changed; the version is raised once, by {@link #to}, {@link #stay} or {@link #quiet}. */
record Move(Job job, Instant now) {
    Move to(JobStatus status) {
        Job.State old = job.state();
        return state(new Job.State(status, old.version() + 1, old.createdAt(), now, now, 0, Optional.empty()));
    }

    Move stay() {
        Job.State old = job.state();
        return state(new Job.State(
                old.status(), old.version() + 1, old.createdAt(), now, old.notBefore(), old.attempt(), old.fault()));
    }

    /** After the end: what is still to be done about a job does not change when it ended. */
    Move quiet() {
        Job.State old = job.state();
        return state(new Job.State(
                old.status(), old.version() + 1, old.createdAt(), old.changedAt(), old.notBefore(), old.attempt(), old.fault()));
    }

    Move failed(Job.Fault fault) {
        Job.State old = job.state();
        return state(new Job.State(
                JobStatus.FAILED, old.version() + 1, old.createdAt(), now, now, old.attempt(), Optional.of(fault)));
    }

    /** To a status in which the tries so far still count: a backoff of turned-away tries must not start over with each claim. */
    Move onTo(JobStatus status) {
        return to(status).attempts(job.state().attempt());
    }

    Move again(Instant notBefore) {
        return state(withAttempt(notBefore.truncatedTo(ChronoUnit.MILLIS), job.state().attempt() + 1));
    }

    Move plan(Job.Plan plan) {
        return new Move(
                new Job(job.id(), job.owner(), job.request(), plan, job.state(), job.work(), job.receipt()), now);
    }

    Move task(String taskId) {
        Job.Work old = job.work();
        return work(new Job.Work(
                Optional.of(taskId), old.submittedAt(), old.clip(), old.lastFrame(), old.progress(), old.delivered(), old.delivery()));
    }

    Move submitted() {
        return submittedAt(Optional.of(now));
    }

    Move notSubmitted() {
        return submittedAt(Optional.empty());
    }

    Move clip(String sha256) {
        Job.Work old = job.work();
        return work(new Job.Work(
                old.taskId(), old.submittedAt(), Optional.of(sha256), old.lastFrame(), old.progress(), old.delivered(), old.delivery()));
    }

    Move lastFrame(String sha256) {
        Job.Work old = job.work();
        return work(new Job.Work(
                old.taskId(),
                old.submittedAt(),
                old.clip(),
                Optional.of(sha256),
                old.progress(),
                old.delivered(),
                old.delivery()));
    }

    Move withoutClip() {
        Job.Work old = job.work();
        return work(new Job.Work(
                old.taskId(),
                old.submittedAt(),
                Optional.empty(),
                Optional.empty(),
                old.progress(),
                old.delivered(),
                old.delivery()));
    }

    Move progress(Optional<MessageRef> message) {
        Job.Work old = job.work();
        return work(new Job.Work(
                old.taskId(), old.submittedAt(), old.clip(), old.lastFrame(), message, old.delivered(), old.delivery()));
    }

    Move delivered(JobSignal.Delivered signal) {
        Job.Work old = job.work();
        return work(new Job.Work(
                old.taskId(), old.submittedAt(), old.clip(), old.lastFrame(), old.progress(), signal.message(), signal.delivery()));
    }

    Move told(JobSignal.Told signal) {
        Job.Work old = job.work();
        return work(new Job.Work(
                old.taskId(), old.submittedAt(), old.clip(), old.lastFrame(), old.progress(), signal.message(), signal.delivery()));
    }

    JobTransitions.Step step(JobLedger ledger) {
        Job after = new Job(job.id(), job.owner(), job.request(), job.plan(), job.state(), job.work(), ledger.receipt());
        return new JobTransitions.Step(after, ledger.spend(), ledger.entries());
    }

    private Move attempts(int attempt) {
        return state(withAttempt(job.state().notBefore(), attempt));
    }

    private Move submittedAt(Optional<Instant> at) {
        Job.Work old = job.work();
        return work(new Job.Work(old.taskId(), at, old.clip(), old.lastFrame(), old.progress(), old.delivered(), old.delivery()));
    }

    private Job.State withAttempt(Instant notBefore, int attempt) {
        Job.State old = job.state();
        return new Job.State(
                old.status(), old.version(), old.createdAt(), old.changedAt(), notBefore, attempt, old.fault());
    }

    private Move state(Job.State state) {
        return new Move(
                new Job(job.id(), job.owner(), job.request(), job.plan(), state, job.work(), job.receipt()), now);
    }

    private Move work(Job.Work work) {
        return new Move(
                new Job(job.id(), job.owner(), job.request(), job.plan(), job.state(), work, job.receipt()), now);
    }
}
