package org.spoolbot.engine.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.provider.Money;
import org.spoolbot.engine.quota.EffectiveLimits;

/** Books in memory, moved by the real transition table. They outlive the worlds that use them, as a disk outlives a process. */
final class MemoryBooks implements JobBooks {
    private final Map<JobId, Job> jobs = new LinkedHashMap<>();
    private final Map<JobId, Spend> spends = new LinkedHashMap<>();
    private final Map<JobId, List<JobEvent>> events = new LinkedHashMap<>();
    private final Map<String, JobId> made = new LinkedHashMap<>();
    private final InstantSource clock;
    private final Fuse fuse;
    List<Duration> durations = new ArrayList<>();
    List<Breach> breaches = List.of();
    boolean capsAreFull;
    int busyFor;
    int brokenFor;
    Money spent = Money.ZERO;

    MemoryBooks(InstantSource clock, Fuse fuse) {
        this.clock = clock;
        this.fuse = fuse;
    }

    @Override
    public synchronized Acceptance accept(NewJob wanted) {
        busy();
        Optional<Job> before = wanted.claim() instanceof Claim.Once(String once) ? orderedBy(wanted.owner().member(), once) : Optional.empty();
        if (before.isPresent()) {
            return new Acceptance.Repeated(before.get());
        }
        if (!breaches.isEmpty()) {
            return new Acceptance.OverLimit(breaches);
        }
        Instant now = clock.instant();
        Job job = new Job(
                new JobId("j" + (jobs.size() + 1)),
                wanted.owner(),
                wanted.request(),
                wanted.plan(),
                new Job.State(JobStatus.QUEUED, 1, now, now, now, 0, Optional.empty()),
                new Job.Work(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Job.Delivery.PENDING),
                new Receipt(Receipt.Standing.HELD, wanted.plan().price(), Money.ZERO, wanted.request().format().seconds()));
        keep(JobTransitions.opening(job));
        if (wanted.claim() instanceof Claim.Once(String once)) {
            made.put(job.owner().member() + " " + once, job.id());
        }
        note(job, "Ordered", Optional.empty(), String.join("; ", wanted.notes()));
        return new Acceptance.Accepted(job, position(job.id()));
    }

    @Override
    public synchronized Optional<Job> orderedBy(MemberId member, String once) {
        return Optional.ofNullable(made.get(member + " " + once)).flatMap(this::find);
    }

    @Override
    public synchronized Optional<Job> apply(JobId id, long expectedVersion, JobSignal signal) {
        String name = signal.getClass().getSimpleName();
        fuse.step("before " + name);
        busy();
        if (brokenFor > 0 && signal instanceof JobSignal.Accepted) {
            brokenFor--;
            throw new IllegalStateException("broken");
        }
        Optional<Job> job = find(id).filter(found -> found.version() == expectedVersion);
        Optional<JobTransitions.Step> step =
                job.flatMap(found -> JobTransitions.next(found, spendOf(id), signal, clock.instant()));
        step.ifPresent(this::keep);
        step.ifPresent(moved -> note(moved.job(), name, moved.job().state().failure(), ""));
        fuse.step("after " + name);
        return step.map(JobTransitions.Step::job);
    }

    @Override
    public synchronized Rerouting reroute(JobId id, long expectedVersion, JobSignal.Rerouted signal, EffectiveLimits caps) {
        fuse.step("before Rerouted");
        busy();
        if (capsAreFull) {
            return new Rerouting.OverLimit();
        }
        Optional<JobTransitions.Step> step = find(id)
                .filter(found -> found.version() == expectedVersion)
                .flatMap(found -> JobTransitions.next(found, spendOf(id), signal, clock.instant()));
        step.ifPresent(this::keep);
        step.ifPresent(moved -> note(moved.job(), "Rerouted", Optional.of(signal.kind()), signal.reason()));
        fuse.step("after Rerouted");
        return step.<Rerouting>map(moved -> new Rerouting.Moved(moved.job())).orElseGet(Rerouting.Lost::new);
    }

    @Override
    public synchronized List<JobEvent> history(JobId id) {
        return List.copyOf(events.getOrDefault(id, List.of()));
    }

    private void note(Job job, String signal, Optional<ErrorKind> kind, String text) {
        events.computeIfAbsent(job.id(), _ -> new ArrayList<>())
                .add(new JobEvent(clock.instant(), signal, job.status(), kind, text));
    }

    @Override
    public synchronized Optional<Job> claim(Set<String> providers, Set<String> platforms, Instant now) {
        return jobs.values().stream()
                .filter(job -> job.status() == JobStatus.QUEUED && !job.state().notBefore().isAfter(now))
                .filter(job -> providers.contains(job.plan().provider()))
                .filter(job -> platforms.contains(job.owner().destination().platform()))
                .findFirst()
                .flatMap(job -> apply(job.id(), job.version(), new JobSignal.Claimed()));
    }

    @Override
    public synchronized Optional<Instant> nextClaim() {
        return jobs.values().stream()
                .filter(job -> job.status() == JobStatus.QUEUED)
                .map(job -> job.state().notBefore())
                .min(Comparator.naturalOrder());
    }

    @Override
    public synchronized Optional<Job> byMessage(MessageRef message) {
        return jobs.values().stream()
                .filter(job -> job.work().delivered().equals(Optional.of(message)))
                .findFirst();
    }

    @Override
    public synchronized Optional<Job> find(JobId id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public synchronized List<Job> inStatus(Set<JobStatus> statuses, Optional<Job> after, int limit) {
        List<Job> all = where(job -> statuses.contains(job.status()));
        int from = after.map(last -> indexAfter(all, last)).orElse(0);
        return all.stream().skip(from).limit(limit).toList();
    }

    private static int indexAfter(List<Job> all, Job last) {
        for (int index = 0; index < all.size(); index++) {
            if (Integer.parseInt(all.get(index).id().value().substring(1)) > Integer.parseInt(last.id().value().substring(1))) {
                return index;
            }
        }
        return all.size();
    }

    @Override
    public synchronized List<Job> submitted(String provider, Instant from, Instant to, int limit) {
        return where(job -> job.plan().provider().equals(provider)
                        && job.work().submittedAt().filter(at -> !at.isBefore(from) && !at.isAfter(to)).isPresent())
                .stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Job> untold(Optional<Job> after, int limit) {
        List<Job> all = where(job -> job.status() == JobStatus.FAILED && job.work().delivery() == Job.Delivery.PENDING);
        return all.stream().skip(after.map(last -> indexAfter(all, last)).orElse(0)).limit(limit).toList();
    }

    @Override
    public synchronized List<Job> faced(Optional<Job> after, int limit) {
        List<Job> all = where(job -> job.status().isFinal() && job.work().progress().isPresent());
        return all.stream().skip(after.map(last -> indexAfter(all, last)).orElse(0)).limit(limit).toList();
    }

    @Override
    public synchronized List<Job> ofMember(MemberId member, boolean finished, int limit, int offset) {
        return where(job -> job.owner().member().equals(member) && job.status().isFinal() == finished).stream()
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int position(JobId id) {
        return where(job -> job.status() == JobStatus.QUEUED).stream().map(Job::id).toList().indexOf(id) + 1;
    }

    @Override
    public synchronized List<Duration> durations(String provider, String model, int seconds, String resolution) {
        return List.copyOf(durations);
    }

    @Override
    public synchronized List<Job> unclear(int limit) {
        return where(job -> job.status() == JobStatus.FAILED && spendOf(job.id()).standing() == Spend.Standing.PRESUMED);
    }

    @Override
    public synchronized boolean isUsedByOthers(String sha256, JobId job) {
        return jobs.values().stream()
                .filter(other -> !other.id().equals(job))
                .anyMatch(other -> other.work().clip().equals(Optional.of(sha256))
                        || other.work().lastFrame().equals(Optional.of(sha256)));
    }

    @Override
    public synchronized Map<JobStatus, Long> counts() {
        return jobs.values().stream().collect(Collectors.groupingBy(Job::status, Collectors.counting()));
    }

    @Override
    public synchronized Money spentSince(Instant since) {
        return spent;
    }

    synchronized Spend spendOf(JobId id) {
        Spend spend = spends.get(id);
        if (spend == null) {
            throw new IllegalStateException("no spend of " + id);
        }
        return spend;
    }

    private List<Job> where(Predicate<Job> wanted) {
        return jobs.values().stream().filter(wanted).toList();
    }

    private void keep(JobTransitions.Step step) {
        jobs.put(step.job().id(), step.job());
        spends.put(step.job().id(), step.spend());
    }

    private void busy() {
        if (busyFor > 0) {
            busyFor--;
            throw new BooksBusyException("locked", null);
        }
    }

    @Override
    public synchronized Map<String, Money> spentByProvider(Instant since) {
        return Map.of();
    }

    @Override
    public synchronized Set<String> waitedFor() {
        return Set.copyOf(waiting().keySet());
    }

    @Override
    public synchronized Map<String, Long> waiting() {
        return where(job -> job.status() == JobStatus.QUEUED).stream()
                .collect(Collectors.groupingBy(job -> job.plan().provider(), Collectors.counting()));
    }
}
