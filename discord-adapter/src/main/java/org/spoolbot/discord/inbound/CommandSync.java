package org.spoolbot.discord.inbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.store.KeyValueStore;

/**
 * Brings the commands on a shelf up to date. What was confirmed to be there is remembered, so that a start without a change asks nothing;
 * once a day it is looked at all the same, in case somebody else changed it. Used by one thread at a time.
 */
final class CommandSync {
    private static final Logger LOG = LoggerFactory.getLogger(CommandSync.class);
    static final Duration TRUST = Duration.ofDays(1);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration DAILY_LIMIT_PAUSE = Duration.ofHours(6);

    private final KeyValueStore store;
    private final InstantSource clock;
    private final Map<String, Failure> failures = new HashMap<>();

    CommandSync(KeyValueStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Sees to it that these commands, and no others, are on the shelf. Says whether they are. */
    boolean bring(String key, List<CommandData> commands, boolean everywhere, Optional<CommandShelf> shelf) {
        String form = NormalForm.of(commands, everywhere);
        String hash = NormalForm.hash(form);
        if (isConfirmed(key, hash)) {
            return true;
        }
        if (shelf.isEmpty() || isWaiting(key)) {
            return false;
        }
        try {
            if (!NormalForm.of(shelf.get().read(), everywhere).equals(form)) {
                replace(key, commands, shelf.get());
            }
            store.put(key, hash + " " + clock.instant().getEpochSecond());
            failures.remove(key);
            return true;
        } catch (ErrorResponseException refusal) {
            failed(key, refusal);
            return false;
        }
    }

    /** Takes everything of ours off a shelf that is not wanted any more. */
    void clear(String key, Optional<CommandShelf> shelf) {
        if (shelf.isEmpty() || isWaiting(key)) {
            return;
        }
        try {
            shelf.get().replace(List.of());
            store.remove(key);
            LOG.info("Took the commands away from where they are no longer registered ({}).", key);
        } catch (ErrorResponseException refusal) {
            failed(key, refusal);
        }
    }

    private static void replace(String key, List<CommandData> commands, CommandShelf shelf) {
        shelf.replace(commands);
        LOG.info("Registered {} commands with Discord ({}).", commands.size(), key);
    }

    private boolean isConfirmed(String key, String hash) {
        String[] confirmed = store.get(key).orElse("").split(" ");
        return confirmed.length == 2
                && confirmed[0].equals(hash)
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(confirmed[1])).plus(TRUST));
    }

    private boolean isWaiting(String key) {
        Failure failure = failures.get(key);
        return failure != null && clock.instant().isBefore(failure.until());
    }

    private void failed(String key, ErrorResponseException refusal) {
        ErrorResponse reason = refusal.getErrorResponse();
        Duration pause = pause(key, reason);
        failures.put(key, new Failure(clock.instant().plus(pause), pause));
        LOG.warn(
                "The commands could not be registered with Discord ({}): {}. Members see the old ones until it works; next attempt in {} min.",
                key,
                advice(refusal),
                pause.toMinutes());
    }

    private Duration pause(String key, ErrorResponse reason) {
        if (reason == ErrorResponse.MAX_DAILY_APPLICATION_COMMAND_CREATES) {
            return DAILY_LIMIT_PAUSE;
        }
        Failure before = failures.get(key);
        Duration doubled = before == null ? FIRST_PAUSE : before.pause().multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static String advice(ErrorResponseException refusal) {
        return switch (refusal.getErrorResponse()) {
            case MAX_DAILY_APPLICATION_COMMAND_CREATES -> "Discord takes 200 new commands a day, and that many were made today (30034)";
            case MISSING_ACCESS -> "the bot was invited to that server without the scope applications.commands (50001)";
            default -> refusal.getErrorCode() + " " + refusal.getMeaning();
        };
    }

    private record Failure(Instant until, Duration pause) {}
}
