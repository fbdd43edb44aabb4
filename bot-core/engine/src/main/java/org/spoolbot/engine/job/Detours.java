package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.job.JobBooks.Rerouting;
import org.spoolbot.engine.quota.EffectiveLimits;
import org.spoolbot.engine.quota.LimitResolver;

/** Brings a job that no gateway has to another gateway. The member's price stays; what it costs the operator is bounded. */
final class Detours {
    private static final Logger LOG = LoggerFactory.getLogger(Detours.class);
    private static final Pattern LEFT = Pattern.compile("^(\\S+?)/\\S* > .*");
    private static final String REROUTED = JobSignal.Rerouted.class.getSimpleName();

    private final Quotes quotes;
    private final JobBooks books;
    private final JobWriter writer;
    private final LimitResolver resolver;
    private final BigDecimal upTo;

    @Inject
    Detours(Quotes quotes, JobBooks books, JobWriter writer, LimitResolver resolver, ServerSettings settings) {
        this.quotes = quotes;
        this.books = books;
        this.writer = writer;
        this.resolver = resolver;
        this.upTo = settings.jobs().failoverUpTo();
    }

    /** Whether what a gateway refused another may do: nothing of it is the member's fault, and nobody routes around a picture's refusal. */
    static boolean mayGoElsewhere(ErrorKind kind) {
        return switch (kind) {
            case UPSTREAM, AUTH, NO_CREDIT, ROUTE_MISCONFIGURED, RATE_LIMIT, NO_ROUTE, MEDIA_UNFETCHABLE -> true;
            case INVALID_PARAMS, CONTENT_POLICY, FACE_REJECTED, COPYRIGHT, NOT_FOUND, TIMEOUT, PROTOCOL, SUBMIT_AMBIGUOUS,
                    CANCELLED_BY_PROVIDER, STORAGE, INTERNAL -> false;
        };
    }

    /**
     * The job on its way to the next gateway of the route that it was not at, or as somebody else moved it meanwhile; empty if there is none.
     *
     * @param why for the operator, in a job's history
     */
    Optional<Job> around(Job job, ErrorKind kind, String why) throws InterruptedException {
        for (Job.Plan plan : untried(job)) {
            String reason = name(job.plan()) + " > " + name(plan) + ": " + kind + (why.isBlank() ? "" : " " + why);
            switch (writer.reroute(job, new JobSignal.Rerouted(plan, kind, reason), caps(job))) {
                case Rerouting.Moved(Job moved) -> {
                    LOG.warn("Job {} goes from {} to {}: {}", job.id(), name(job.plan()), name(plan), kind);
                    return Optional.of(moved);
                }
                case Rerouting.Lost _ -> {
                    Job now = writer.find(job.id());
                    return now.status() == job.status() ? Optional.empty() : Optional.of(now);
                }
                case Rerouting.OverLimit _ -> LOG.info("Job {} could go to {}, but a cost cap forbids it", job.id(), name(plan));
            }
        }
        return Optional.empty();
    }

    private List<Job.Plan> untried(Job job) {
        List<Job.Plan> plans = quotes.others(job.request()).stream()
                .filter(plan -> plan.sample() == job.plan().sample())
                .filter(plan -> !plan.provider().equals(job.plan().provider()))
                .filter(plan -> isAffordable(job, plan))
                .toList();
        if (plans.isEmpty()) {
            return plans;
        }
        Set<String> tried = tried(job);
        return plans.stream().filter(plan -> !tried.contains(plan.provider())).toList();
    }

    private Set<String> tried(Job job) {
        Set<String> tried = new HashSet<>();
        for (JobBooks.JobEvent event : books.history(job.id())) {
            Matcher left = LEFT.matcher(event.note());
            if (event.signal().equals(REROUTED) && left.matches()) {
                tried.add(left.group(1));
            }
        }
        return tried;
    }

    private boolean isAffordable(Job job, Job.Plan plan) {
        BigDecimal most = BigDecimal.valueOf(job.receipt().price().micros()).multiply(upTo).setScale(0, RoundingMode.FLOOR);
        return BigDecimal.valueOf(plan.price().micros()).compareTo(most) <= 0;
    }

    private EffectiveLimits caps(Job job) {
        Job.Owner owner = job.owner();
        String[] account = owner.account().split(":", 2);
        Sender sender = new Sender(
                owner.member(),
                new Account(account[0], account[account.length - 1]),
                owner.name(),
                Locale.ENGLISH,
                owner.destination().community(),
                List.of(owner.group()));
        return resolver.resolve(sender, job.plan().sample());
    }

    private static String name(Job.Plan plan) {
        return plan.provider() + "/" + plan.model();
    }
}
