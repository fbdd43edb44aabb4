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
    public record Http(String host, int port, Optional<URI> publicUrl, Map<String, String> mounts) {}

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
            Duration draftLifetime) {}

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
    public record Money(String currency, BigDecimal assumedPrice, BigDecimal immediateUpTo, boolean confirmAlways) {}

    /** Language of the server and time zone of its quota windows. */
    public record Region(Locale language, ZoneId timeZone) {}
}
