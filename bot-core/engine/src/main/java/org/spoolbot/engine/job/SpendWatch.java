package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.JobChangedEvent;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.quota.GlobalCaps;

/** Tells the owners when half, four fifths and all of a global cost cap is spent: each once in its window. */
final class SpendWatch implements Startable {
    private static final Logger LOG = LoggerFactory.getLogger(SpendWatch.class);
    private static final List<Integer> LEVELS = List.of(100, 80, 50);

    private final Map<Measure, Told> told = new EnumMap<>(Measure.class);
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
        listening = events.subscribe(JobChangedEvent.class, Subscribe.Priority.MONITOR, change -> {
            if (change.previous().isEmpty()) {
                look();
            }
        });
    }

    @Override
    public void stop() {
        if (listening != null) {
            listening.close();
        }
    }

    /** Looks at both windows. What cannot be read now is looked at with the next job. */
    synchronized void look() {
        ZonedDateTime today = clock.instant().atZone(zone).truncatedTo(ChronoUnit.DAYS);
        try {
            look(Measure.COST_PER_DAY, today.toInstant());
            look(Measure.COST_PER_MONTH, today.withDayOfMonth(1).toInstant());
        } catch (JobBooks.BooksBusyException busy) {
            LOG.warn("The spend of the server could not be looked at: {}", busy.getMessage());
        }
    }

    private void look(Measure window, Instant since) {
        long cap = caps.amount(window).orElse(0);
        if (cap <= 0) {
            return;
        }
        Money spent = books.spentSince(since);
        int before = told.containsKey(window) && told.get(window).since().equals(since) ? told.get(window).level() : 0;
        int level = LEVELS.stream().filter(percent -> spent.micros() >= cap / 100.0 * percent).findFirst().orElse(0);
        if (level > before) {
            told.put(window, new Told(since, level));
            String name = window == Measure.COST_PER_DAY ? "day" : "month";
            Phrase text = Phrase.of("job.alert.cap-" + name, level, spent.toString(), new Money(cap).toString(), currency);
            events.fire(new AlertEvent("cap-" + name + "-" + level, text));
        }
    }

    private record Told(Instant since, int level) {}
}
