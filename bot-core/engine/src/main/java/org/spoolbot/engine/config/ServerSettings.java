package org.spoolbot.engine.config;

import org.spoolbot.api.identity.Account;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code config/spoolbot.yml}. Every row has a default; see the commented file. */
public record ServerSettings(
        List<Account> owners, Http http, String storageUrl, Jobs jobs, Media media, Money money, Region region) {
    /** The HTTP server; mounts: prefix → plugin id. */
    public record Http(String host, int port, Optional<URI> publicUrl, Map<String, String> mounts) {
        public Http {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("http.port is " + port + "; write 0 to 65535");
            }
            mounts.keySet().stream().filter(prefix -> !prefix.startsWith("/")).findFirst().ifPresent(prefix -> {
                throw new IllegalArgumentException("the mount '" + prefix + "' must begin with /");
            });
        }
    }

    /**
     * Jobs.
     *
     * @param maxRunning jobs at gateways at the same time, all members together
     * @param maxQueued jobs waiting, all members together; more are told "busy"
     * @param pollTimeout after this a task is asked more slowly, not given up
     * @param giveUp after this a task that never ended is FAILED(TIMEOUT)
     */
    public record Jobs(
            int maxRunning,
            int maxQueued,
            Duration pollInterval,
            Duration pollTimeout,
            Duration giveUp,
            Duration lateRequest,
            Duration draftLifetime) {
        public Jobs {
            if (maxRunning < 1 || maxQueued < 1) {
                throw new IllegalArgumentException("jobs.max-running and jobs.max-queued must be at least 1");
            }
            if (pollInterval.isZero() || pollTimeout.compareTo(giveUp) > 0) {
                throw new IllegalArgumentException("jobs.poll-interval must be over 0 and jobs.poll-timeout at most jobs.give-up");
            }
        }
    }

    /** Files. */
    public record Media(
            long maxUploadBytes,
            int maxFiles,
            long dailyIntakeBytes,
            long maxClipBytes,
            long minFreeBytes,
            Duration keepReferences,
            Duration keepClips,
            long maxClipStoreBytes) {}

    /** Money: ledger currency, price per second for models without one, and the most an order without a card may cost. */
    public record Money(String currency, BigDecimal assumedPrice, BigDecimal immediateUpTo, boolean confirmAlways) {
        public Money {
            if (!currency.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException("money.currency is '" + currency + "'; write three capitals such as USD");
            }
            if (assumedPrice.signum() < 0 || immediateUpTo.signum() < 0) {
                throw new IllegalArgumentException("prices are never negative");
            }
        }
    }

    /** Language of the server and time zone of its quota windows. */
    public record Region(Locale language, ZoneId timeZone) {}
}
