package org.spoolbot.engine.job;

import jakarta.inject.Inject;
import java.util.Locale;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.provider.Money;

/** What the operator is told about jobs. */
final class OperatorBell {
    private final EventBus events;

    @Inject
    OperatorBell(EventBus events) {
        this.events = events;
    }

    void unclear(Job job) {
        alert("submit-ambiguous", Phrase.of("job.alert.unclear", job.id().value(), job.plan().provider()));
    }

    /** Only for what the operator can mend. */
    void providerFault(Job job, ErrorKind kind) {
        if (kind.category() == ErrorKind.Category.OPERATOR) {
            String provider = job.plan().provider();
            alert(topic(provider, kind), Phrase.of("job.alert.provider", provider, kind.name(), job.id().value()));
        }
    }

    /** A gateway gets no more orders for a while. The account's troubles are told by the same topic as a job's. */
    void rests(String provider, ErrorKind kind) {
        alert(topic(provider, kind), Phrase.of("job.alert.rests", provider, kind.name()));
    }

    private static String topic(String provider, ErrorKind kind) {
        return "provider-" + provider + "-" + kind.name().toLowerCase(Locale.ROOT);
    }

    /** A member's file can reach no gateway, because none can fetch from this server. */
    void addressMissing() {
        alert("public-url", Phrase.of("job.alert.public-url"));
    }

    void diskFull() {
        alert("disk", Phrase.of("job.alert.disk"));
    }

    void clipLost(Job job) {
        alert("clip-lost", Phrase.of("job.alert.clip-lost", job.id().value(), job.plan().provider()));
    }

    /** The gateway billed at least a fifth more than was shown. */
    void dearerThanShown(Job job, Money reported) {
        long shown = job.receipt().price().micros();
        if (!job.plan().sample() && reported.micros() >= shown + shown / 5 && reported.micros() > shown) {
            alert(
                    "dearer-" + job.plan().provider(),
                    Phrase.of("job.alert.dearer", job.id().value(), job.receipt().price().toString(), reported.toString()));
        }
    }

    private void alert(String topic, Phrase text) {
        events.fire(new AlertEvent(topic, text));
    }
}
