package org.spoolbot.engine.provider;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.VideoProvider;

/** How all gateways do. Thread-safe. */
public final class HealthBook {
    private static final Logger LOG = LoggerFactory.getLogger(HealthBook.class);
    /** More gateways than anybody has; beyond it new names are strangers' and share one page. */
    private static final int MOST = 500;

    private final Map<String, GatewayHealth> pages = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Switches switches;
    private final InstantSource clock;
    private final MeterRegistry meters;

    @Inject
    HealthBook(Switches switches, InstantSource clock, MeterRegistry meters) {
        this.switches = switches;
        this.clock = clock;
        this.meters = meters;
    }

    /** Whether the gateway may be sent work. */
    public Standing standing(String provider) {
        Instant now = clock.instant();
        return switches.off(provider)
                .map(by -> new Standing(Standing.State.OFF, Optional.empty(), Optional.empty(), by))
                .orElseGet(() -> page(provider).standing(now));
    }

    /** Whether one more order may be sent to it now. */
    public boolean admits(VideoProvider provider) {
        return switches.off(provider.id()).isEmpty() && page(provider.id()).admits(provider.limits(), clock.instant());
    }

    /** When one of these may admit orders that does not now, as far as time alone decides. */
    public Optional<Instant> nextChange(List<VideoProvider> providers) {
        Instant now = clock.instant();
        return providers.stream()
                .filter(provider -> switches.off(provider.id()).isEmpty())
                .flatMap(provider -> page(provider.id()).nextChange(provider.limits(), now).stream())
                .min(Instant::compareTo);
    }

    /** A job is at the gateway until {@link #left}. */
    public void entered(String provider) {
        page(provider).entered();
    }

    /** A job is no longer there. */
    public void left(String provider) {
        page(provider).left();
    }

    /** A paid call is on its way until {@link #ordered}. */
    public void ordering(String provider) {
        page(provider).ordering();
    }

    /** The paid call ended, or was never made. */
    public void ordered(String provider) {
        page(provider).ordered();
    }

    /** Notes who was passed over for a job. */
    public void skipped(List<Skip> skips, String job) {
        Instant now = clock.instant();
        skips.forEach(skip -> page(skip.candidate().provider().id())
                .skipped(new Incident(now, skip.reason().code(), skip.candidate().model().id() + " " + skip.detail(), job)));
    }

    /** Keeps work away from it until it is switched on, over restarts. */
    public void switchOff(String provider, String by, String why) {
        switches.switchOff(provider, by, why);
        changed();
    }

    /** Lets it work again, and forgets that it was sick. */
    public void switchOn(String provider, String by) {
        switches.switchOn(provider, by);
        page(provider).reset();
        changed();
    }

    /** What is known of it. */
    public Vitals vitals(String provider) {
        GatewayHealth page = page(provider);
        Instant now = clock.instant();
        CallLog.Summary orders = page.orders(now);
        CallLog.Summary questions = page.questions(now);
        return new Vitals(
                standing(provider),
                orders.calls() + questions.calls(),
                orders.well() + questions.well(),
                orders.median(),
                questions.median(),
                page.running(),
                page.incidents());
    }

    /** Listens for gateways that fall sick, become well or are switched, until the registration is closed. */
    public Registration listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void submitted(String provider, String job, Instant began, SubmitOutcome outcome) {
        GatewayHealth page = page(provider);
        Instant now = clock.instant();
        Duration took = Duration.between(began, now);
        Standing before = page.standing(now);
        switch (outcome) {
            case SubmitOutcome.Accepted _ -> page.orderWentWell(now, took);
            case SubmitOutcome.Refused refused -> refused(page, provider, took, refused, job);
            case SubmitOutcome.Unknown(String detail) -> {
                Incident lost = new Incident(now, ErrorKind.SUBMIT_AMBIGUOUS.name(), detail, job);
                told(provider, ErrorKind.SUBMIT_AMBIGUOUS, page.orderFailed(now, took, ErrorKind.SUBMIT_AMBIGUOUS, lost));
            }
        }
        if (before.state() != page.standing(now).state()) {
            changed();
        }
    }

    /** A sandbox is told to misbehave: what it did is noted, and nobody is kept from it. */
    void played(String provider, String job, Instant began, SubmitOutcome outcome) {
        Instant now = clock.instant();
        Optional<Incident> incident = switch (outcome) {
            case SubmitOutcome.Accepted _ -> Optional.empty();
            case SubmitOutcome.Refused refused -> Optional.of(new Incident(now, refused.kind().name(), refused.detail(), job));
            case SubmitOutcome.Unknown(String detail) ->
                Optional.of(new Incident(now, ErrorKind.SUBMIT_AMBIGUOUS.name(), detail, job));
        };
        page(provider).played(now, Duration.between(began, now), incident);
    }

    void asked(String provider, Instant began) {
        Instant now = clock.instant();
        page(provider).questionWentWell(now, Duration.between(began, now));
    }

    void unanswered(String provider, Instant began, ProviderException failure, boolean paid) {
        Instant now = clock.instant();
        Incident incident = new Incident(now, failure.kind().name(), String.valueOf(failure.getMessage()), "");
        if (!paid) {
            page(provider).played(now, Duration.between(began, now), Optional.of(incident));
            return;
        }
        told(provider, failure.kind(), page(provider).questionFailed(now, Duration.between(began, now), failure.kind(), incident));
    }

    private void refused(GatewayHealth page, String provider, Duration took, SubmitOutcome.Refused refused, String job) {
        Instant now = clock.instant();
        ErrorKind kind = refused.kind();
        count(provider, kind);
        Incident incident = new Incident(now, kind.name(), refused.detail(), job);
        switch (GatewayHealth.Verdict.of(kind)) {
            case WELL -> page.orderAnswered(now, took, incident);
            case FULL -> page.orderTurnedAway(now, took, refused.retryAfter(), incident);
            case SICK -> told(provider, kind, page.orderFailed(now, took, kind, incident));
        }
    }

    private void told(String provider, ErrorKind kind, boolean opened) {
        if (!opened) {
            return;
        }
        LOG.warn("Provider {} rests until {}: {}", provider, page(provider).standing(clock.instant()).until().orElse(Instant.MAX), kind);
        listeners.forEach(listener -> listener.rests(provider, kind));
        changed();
    }

    private void changed() {
        listeners.forEach(Listener::changed);
    }

    private void count(String provider, ErrorKind kind) {
        meters.counter("spoolbot.provider.refusals", "provider", provider, "kind", kind.name().toLowerCase(Locale.ROOT)).increment();
    }

    private GatewayHealth page(String provider) {
        GatewayHealth known = pages.get(provider);
        if (known != null) {
            return known;
        }
        String name = pages.size() < MOST ? provider : "other";
        return pages.computeIfAbsent(name, this::opened);
    }

    private GatewayHealth opened(String provider) {
        Gauge.builder("spoolbot.provider.state", () -> standing(provider).state().ordinal())
                .tag("provider", provider)
                .description("0 healthy, 1 on trial, 2 full, 3 resting, 4 off")
                .register(meters);
        return new GatewayHealth();
    }

    /** Somebody to whom a gateway's health matters; called often, must not block. */
    public interface Listener {
        /** A breaker opened. */
        void rests(String provider, ErrorKind kind);

        /** Some gateway's standing changed. */
        void changed();
    }

    /**
     * What is known of a gateway's last hour, and of now.
     *
     * @param well calls that were answered in order
     * @param order how long a paid call takes, if any was made
     * @param question how long a question takes, if any was asked
     */
    public record Vitals(
            Standing standing,
            int calls,
            int well,
            Optional<Duration> order,
            Optional<Duration> question,
            int running,
            List<Incident> incidents) {}
}
