package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.JobChangedEvent;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.job.JobBooks.Breach;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.quota.GlobalCaps;

/** Tells the owners when half, four fifths and all of a global cost cap is spent, and when orders are refused by it: each once in its window. */
final class SpendWatch implements Startable {
    private static final Logger LOG = LoggerFactory.getLogger(SpendWatch.class);
    private static final List<Integer> LEVELS = List.of(100, 80, 50);

    private static final Set<Measure> WINDOWS = Set.of(Measure.COST_PER_DAY, Measure.COST_PER_MONTH);

    private final Map<Measure, Told> told = new EnumMap<>(Measure.class);
    private final Map<Measure, Instant> refusedIn = new EnumMap<>(Measure.class);
    private final JobBooks books;
    private final GlobalCaps caps;
    private final EventBus events;
    private final InstantSource clock;
    private final ZoneId zone;
    private final String currency;
    private @Nullable Registration listening;

    @Inject
    SpendWatch(JobBooks books, GlobalCaps caps, EventBus events, InstantSource clock, ServerSettings settings) {
        this.books = books;
        this.caps = caps;
        this.events = events;
        this.clock = clock;
        this.zone = settings.region().timeZone();
        this.currency = settings.money().currency();
    }

    @Override
    public void start() {
        remember();
        listening = events.subscribe(JobChangedEvent.class, Subscribe.Priority.MONITOR, change -> {
            if (mayHaveSpent(change.job().status())) {
                look();
            }
        });
    }

    /** Money is spent where a gateway took an order or told its price, not where an order waits. */
    private static boolean mayHaveSpent(JobStatus status) {
        return switch (status) {
            case RUNNING, FETCHING, FAILED -> true;
            case QUEUED, SUBMITTING, DELIVERING, SUCCEEDED, CANCELLED -> false;
        };
    }

    @Override
    public void stop() {
        if (listening != null) {
            listening.close();
        }
    }

    /** Looks at both windows. What cannot be read now is looked at with the next job. */
    synchronized void look() {
        try {
            WINDOWS.forEach(this::look);
        } catch (JobBooks.BooksBusyException busy) {
            LOG.warn("The spend of the server could not be looked at: {}", busy.getMessage());
        }
    }

    private void look(Measure window) {
        Money spent = books.spentSince(start(window));
        long cap = caps.amount(window).orElse(0);
        int level = level(spent, cap);
        if (level > toldIn(window)) {
            told.put(window, new Told(start(window), level));
            Phrase text = Phrase.of("job.alert.cap-" + name(window), level, spent.toString(), new Money(cap).toString(), currency);
            events.fire(new AlertEvent("cap-" + name(window) + "-" + level, text));
        }
    }

    /** An order did not fit under a cap of the whole server; said once in the cap's window. */
    synchronized void refused(List<Breach> breaches) {
        for (Breach breach : breaches) {
            Measure window = breach.limit().measure();
            boolean ofServer = breach.subject() instanceof QuotaSubject.Global && WINDOWS.contains(window);
            if (ofServer && !start(window).equals(refusedIn.put(window, start(window)))) {
                Phrase text = Phrase.of(
                        "job.alert.cap-refuses-" + name(window),
                        new Money(breach.used()).toString(),
                        new Money(breach.limit().amount().orElse(0)).toString(),
                        currency);
                events.fire(new AlertEvent("cap-" + name(window) + "-refuses", text));
            }
        }
    }

    /** What was reached before this start was told before it. */
    private synchronized void remember() {
        try {
            WINDOWS.forEach(window -> told.put(
                    window,
                    new Told(start(window), level(books.spentSince(start(window)), caps.amount(window).orElse(0)))));
        } catch (JobBooks.BooksBusyException busy) {
            LOG.warn("The spend before this start could not be looked at: {}", busy.getMessage());
        }
    }

    private static int level(Money spent, long cap) {
        return LEVELS.stream()
                .filter(percent -> cap > 0 && spent.micros() >= cap / 100.0 * percent)
                .findFirst()
                .orElse(0);
    }

    private int toldIn(Measure window) {
        Told last = told.get(window);
        return last != null && last.since().equals(start(window)) ? last.level() : 0;
    }

    private Instant start(Measure window) {
        ZonedDateTime today = clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone);
        return window == Measure.COST_PER_DAY
                ? today.toInstant()
                : today.toLocalDate().withDayOfMonth(1).atStartOfDay(zone).toInstant();
    }

    private static String name(Measure window) {
        return window == Measure.COST_PER_DAY ? "day" : "month";
    }

    private record Told(Instant since, int level) {}
}
