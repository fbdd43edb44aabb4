package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.JobChangedEvent;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.job.JobSnapshot;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.memory.RecentlyUsed;

/** The last jobs of the last people, newest first, in memory: they are offered while a command is typed. Thread-safe. */
final class RecentJobs implements Startable {
    static final int MOST_PEOPLE = 2_000;
    static final int MOST_JOBS = 10;
    private static final int LONGEST_LABEL = 60;

    private final JobService jobs;
    private final EventBus events;
    private final Map<MemberId, List<Recent>> people = new RecentlyUsed<>(MOST_PEOPLE);
    private @Nullable Registration listening;

    @Inject
    RecentJobs(JobService jobs, EventBus events) {
        this.jobs = jobs;
        this.events = events;
    }

    @Override
    public void start() {
        listening = events.subscribe(JobChangedEvent.class, Subscribe.Priority.MONITOR, change -> moved(change.job()));
    }

    @Override
    public void stop() {
        if (listening != null) {
            listening.close();
        }
    }

    /** At most ten. Answers from memory. */
    synchronized List<Recent> of(MemberId member) {
        return List.copyOf(people.getOrDefault(member, List.of()));
    }

    /** Reads the jobs of somebody who is not in memory. Blocks. */
    void learn(Sender sender) {
        if (!begin(sender.member())) {
            return;
        }
        List<JobSnapshot> found = new ArrayList<>(jobs.unfinished(sender, false, MOST_JOBS).reversed());
        found.addAll(jobs.history(sender, MOST_JOBS, 0));
        add(sender.member(), found);
    }

    /** From now on what moves is noted, so that nothing is missed while the rest is read. */
    private synchronized boolean begin(MemberId member) {
        return people.putIfAbsent(member, new ArrayList<>()) == null;
    }

    private synchronized void add(MemberId member, List<JobSnapshot> older) {
        List<Recent> known = people.get(member);
        if (known == null) {
            return;
        }
        older.stream()
                .map(RecentJobs::recent)
                .filter(job -> known.size() < MOST_JOBS && !known.contains(job))
                .forEach(known::add);
    }

    private synchronized void moved(JobSnapshot job) {
        List<Recent> known = people.get(job.owner().member());
        if (known == null || known.contains(recent(job))) {
            return;
        }
        known.addFirst(recent(job));
        if (known.size() > MOST_JOBS) {
            known.removeLast();
        }
    }

    private static Recent recent(JobSnapshot job) {
        String label = job.id() + " · " + job.request().prompt().canonical().strip().replaceAll("\\s+", " ");
        Optional<String> cut = Optional.of(label).filter(whole -> whole.codePointCount(0, whole.length()) > LONGEST_LABEL)
                .map(whole -> whole.substring(0, whole.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…");
        return new Recent(job.id(), cut.orElse(label));
    }

    /** A job and what it is offered as: its id and its first words. */
    record Recent(JobId id, String label) {}
}
