package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps calls within Telegram's flood limits: per chat, per group, in all. Messages wait for their turn in the order they came; edits of
 * progress go out only where nothing else needs the room. Thread-safe.
 */
final class Flood {
    /** A message that would wait longer is handed back. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final int MOST_CHATS = 10_000;
    private static final int CHATS_OF_A_STORM = 3;
    private static final Duration STORM = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Waits waits;
    private final Bucket all = new Bucket(Rate.ALL);
    private final Map<Long, List<Bucket>> chats = new HashMap<>();
    private final Map<Long, Instant> frozen = new HashMap<>();

    Flood(InstantSource clock, Waits waits) {
        this.clock = clock;
        this.waits = waits;
    }

    /** Waits until a message may be sent; says how long it would have to wait if that is too long. */
    Optional<Duration> awaitTurn(long chat) throws InterruptedException {
        Duration wait = reserve(chat);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            return Optional.of(wait);
        }
        if (!wait.isZero()) {
            waits.until(wait);
        }
        return Optional.empty();
    }

    private synchronized Duration reserve(long chat) {
        Instant now = clock.instant();
        List<Bucket> buckets = buckets(chat, now);
        Duration wait = all.wait(now);
        for (Bucket bucket : buckets) {
            wait = bucket.wait(now).compareTo(wait) > 0 ? bucket.wait(now) : wait;
        }
        if (wait.compareTo(LONGEST_WAIT) <= 0) {
            all.pay(now);
            buckets.forEach(bucket -> bucket.pay(now));
        }
        return wait;
    }

    /** Whether something that may be left out may go out now; if so, it counts. */
    synchronized boolean hasRoom(long chat) {
        Instant now = clock.instant();
        List<Bucket> buckets = buckets(chat, now);
        if (!all.isHalfFree(now) || !buckets.stream().allMatch(bucket -> bucket.isHalfFree(now))) {
            return false;
        }
        all.pay(now);
        buckets.forEach(bucket -> bucket.pay(now));
        return true;
    }

    /** Telegram refused a call of that chat. When it refuses several chats in a row, it means all. */
    synchronized void refused(long chat, Duration pause) {
        Instant now = clock.instant();
        buckets(chat, now).forEach(bucket -> bucket.freeze(now.plus(pause)));
        frozen.values().removeIf(since -> since.isBefore(now.minus(STORM)));
        frozen.put(chat, now);
        if (frozen.size() >= CHATS_OF_A_STORM) {
            all.freeze(now.plus(pause));
        }
    }

    private List<Bucket> buckets(long chat, Instant now) {
        if (chats.size() >= MOST_CHATS) {
            chats.values().removeIf(buckets -> buckets.stream().allMatch(bucket -> bucket.isRested(now)));
        }
        return chats.computeIfAbsent(chat, id -> isGroup(id)
                ? List.of(new Bucket(Rate.CHAT), new Bucket(Rate.GROUP))
                : List.of(new Bucket(Rate.CHAT)));
    }

    /** Groups have negative ids (https://core.telegram.org/bots/api#chat). */
    static boolean isGroup(long chat) {
        return chat < 0;
    }
}
