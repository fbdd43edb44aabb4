package org.spoolbot.engine.boot;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.i18n.Translator;

/** Tells the operator on the console and in the log, each topic at most hourly. */
final class ConsoleAlerts {
    private static final Logger LOG = LoggerFactory.getLogger("alert");
    private static final Duration PEACE = Duration.ofHours(1);
    private static final int MAX_TOPICS = 1000;

    private final EventBus events;
    private final Translator texts;
    private final InstantSource clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    @Inject
    ConsoleAlerts(EventBus events, Translator texts, InstantSource clock) {
        this.events = events;
        this.texts = texts;
        this.clock = clock;
    }

    void listen() {
        events.subscribe(AlertEvent.class, Subscribe.Priority.MONITOR, this::tell);
    }

    private void tell(AlertEvent alert) {
        Instant now = clock.instant();
        Instant before = told.getOrDefault(alert.topic(), Instant.MIN);
        if (before.isBefore(now.minus(PEACE)) && told.size() < MAX_TOPICS) {
            told.put(alert.topic(), now);
            LOG.warn("{}", texts.text(Locale.ENGLISH, alert.text()));
        }
    }
}
