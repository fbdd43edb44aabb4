package org.spoolbot.engine.config;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.identity.Account;

/** {@code config/spoolbot.yml}. Every row has a default; see the commented file. */
public record ServerSettings(
        List<Account> owners,
        Http http,
        String storageUrl,
        Jobs jobs,
        Media media,
        Money money,
        Region region,
        Spoiler spoiler) {
    /** Clips are veiled where there is a reason to. */
    public ServerSettings(
            List<Account> owners, Http http, String storageUrl, Jobs jobs, Media media, Money money, Region region) {
        this(owners, http, storageUrl, jobs, media, money, region, Spoiler.AUTO);
    }

    /** The HTTP server; mounts: prefix → plugin id. */
    public record Http(String host, int port, Optional<URI> publicUrl, Map<String, String> mounts) {
        public Http {
            Problems problems = new Problems()
                    .unless(!host.isBlank(), "http.host is empty; write 127.0.0.1, or 0.0.0.0 to be reached from elsewhere")
                    .unless(port >= 0 && port <= 65_535, "http.port is " + port + "; write 0 to 65535");
            mounts.keySet().forEach(prefix -> problems.unless(
                    prefix.startsWith("/"), "http.mounts." + prefix + " is no path; begin it with /"));
            problems.throwIfAny();
        }
    }

    /**
     * Jobs.
     *
     * @param maxRunning jobs at gateways at the same time, all members together
     * @param maxQueued jobs waiting, all members together; more are told "busy"
     * @param pollTimeout after this a task is asked more slowly, not given up
     * @param giveUp after this a task that never ended is FAILED(TIMEOUT)
     * @param failoverUpTo how many times the price that was shown another gateway may cost the operator
     */
    public record Jobs(
            int maxRunning,
            int maxQueued,
            Duration pollInterval,
            Duration pollTimeout,
            Duration giveUp,
            Duration lateRequest,
            Duration draftLifetime,
            BigDecimal failoverUpTo) {
        private static final BigDecimal MOST_FAILOVER = new BigDecimal("100");

        public Jobs {
            new Problems()
                    .unless(
                            failoverUpTo.compareTo(BigDecimal.ONE) >= 0 && failoverUpTo.compareTo(MOST_FAILOVER) <= 0,
                            "jobs.failover-up-to is " + failoverUpTo + "; write 1 to 100, such as 2")
                    .unless(maxRunning >= 1, "jobs.max-running is " + maxRunning + "; write 1 or more")
                    .unless(maxQueued >= 1, "jobs.max-queued is " + maxQueued + "; write 1 or more")
                    .unless(pollInterval.isPositive(), "jobs.poll-interval is 0; write a time such as 5s")
                    .unless(pollTimeout.isPositive(), "jobs.poll-timeout is 0; write a time such as 30m")
                    .unless(pollTimeout.compareTo(giveUp) <= 0, "jobs.give-up is before jobs.poll-timeout; write a longer time")
                    .unless(lateRequest.isPositive(), "jobs.late-request is 0; write a time such as 10m")
                    .unless(draftLifetime.isPositive(), "jobs.draft-lifetime is 0; write a time such as 30m")
                    .throwIfAny();
        }

        /** Another gateway may cost twice what was shown. */
        public Jobs(
                int maxRunning,
                int maxQueued,
                Duration pollInterval,
                Duration pollTimeout,
                Duration giveUp,
                Duration lateRequest,
                Duration draftLifetime) {
            this(maxRunning, maxQueued, pollInterval, pollTimeout, giveUp, lateRequest, draftLifetime, BigDecimal.TWO);
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
        private static final BigDecimal MOST = new BigDecimal("1000000");

        public Money {
            new Problems()
                    .unless(currency.matches("[A-Z]{3}"), "money.currency is no currency; write three capitals such as USD")
                    .unless(isAmount(assumedPrice), "money.assumed-price cannot be " + assumedPrice + "; write 0 to 1000000, such as 0.25")
                    .unless(isAmount(immediateUpTo), "money.immediate-up-to cannot be " + immediateUpTo + "; write 0 to 1000000, such as 2")
                    .throwIfAny();
        }

        /** The ledger counts millionths. */
        private static boolean isAmount(BigDecimal price) {
            return price.signum() >= 0 && price.compareTo(MOST) <= 0 && price.stripTrailingZeros().scale() <= 6;
        }
    }

    /** Language of the server and time zone of its quota windows. */
    public record Region(Locale language, ZoneId timeZone) {}
}
