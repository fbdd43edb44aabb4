package org.spoolbot.telegram.outbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps calls within Telegram's flood limits: per chat, per group, in all. Messages wait for their turn in the order they came, first for
 * that of their chat, so that a busy chat holds up nobody else; progress goes out only where nothing else needs the room. Thread-safe.
 */
final class Flood {
    /** A message that would wait longer is handed back. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final int MOST_CHATS = 10_000;
    private static final int CHATS_OF_A_STORM = 3;
    private static final Duration STORM = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Waits waits;
    private final List<Bucket> all = List.of(new Bucket(Rate.ALL));
    private final Map<Long, List<Bucket>> chats = new HashMap<>();
    private final Map<Long, Instant> refused = new HashMap<>();

    Flood(InstantSource clock, Waits waits) {
        this.clock = clock;
        this.waits = waits;
    }

    /** Whether it is a call's turn. */
    sealed interface Turn {
        /** It is. */
        record Now() implements Turn {}

        /** It would be only after that time. */
        record TooLate(Duration pause) implements Turn {}

        /** It never will be: the server stops. */
        record Stopped() implements Turn {}
    }

    private record Slot(Duration pause, Instant peace) {}

    /** Waits until a message may be sent or edited. */
    Turn await(long chat) throws InterruptedException {
        if (!waits.until(Duration.ZERO)) {
            return new Turn.Stopped();
        }
        Instant patience = clock.instant().plus(LONGEST_WAIT);
        Turn inChat = lineUp(lane(chat), patience);
        return inChat instanceof Turn.Now ? lineUp(all, patience) : inChat;
    }

    /** Waits until something may be done that shows nothing new, such as a deletion; chats have no limit of these. */
    Turn awaitLight(long chat) throws InterruptedException {
        Instant patience = clock.instant().plus(LONGEST_WAIT);
        Duration peace = untilPeaceIsOver(lane(chat));
        if (peace.compareTo(LONGEST_WAIT) > 0) {
            return new Turn.TooLate(peace);
        }
        return waits.until(peace) ? lineUp(all, patience) : new Turn.Stopped();
    }

    private synchronized Duration untilPeaceIsOver(List<Bucket> lane) {
        Duration left = Duration.between(clock.instant(), lane.getFirst().frozenUntil());
        return left.isPositive() ? left : Duration.ZERO;
    }

    private Turn lineUp(List<Bucket> lane, Instant patience) throws InterruptedException {
        while (true) {
            Slot slot = reserve(lane, patience);
            if (clock.instant().plus(slot.pause()).isAfter(patience)) {
                return new Turn.TooLate(slot.pause());
            }
            if (!waits.until(slot.pause())) {
                return new Turn.Stopped();
            }
            if (isStillGood(lane, slot)) {
                return new Turn.Now();
            }
        }
    }

    private synchronized Slot reserve(List<Bucket> lane, Instant patience) {
        Instant now = clock.instant();
        Duration wait = lane.stream().map(bucket -> bucket.wait(now)).max(Duration::compareTo).orElse(Duration.ZERO);
        Instant then = now.plus(wait);
        if (!then.isAfter(patience)) {
            lane.forEach(bucket -> bucket.pay(then));
        }
        return new Slot(wait, lane.getFirst().frozenUntil());
    }

    private synchronized boolean isStillGood(List<Bucket> lane, Slot slot) {
        return lane.getFirst().frozenUntil().equals(slot.peace());
    }

    /** Whether something that may be left out may go out now; if so, it counts. */
    synchronized boolean hasRoom(long chat) {
        Instant now = clock.instant();
        List<Bucket> both = Stream.concat(lane(chat).stream(), all.stream()).toList();
        if (!both.stream().allMatch(bucket -> bucket.isHalfFree(now))) {
            return false;
        }
        both.forEach(bucket -> bucket.pay(now));
        return true;
    }

    /** Telegram refused a call of that chat. When it refuses several chats in a row, it means all. */
    synchronized void refused(long chat, Duration pause) {
        Instant now = clock.instant();
        lane(chat).forEach(bucket -> bucket.freeze(now.plus(pause)));
        refused.values().removeIf(since -> since.isBefore(now.minus(STORM)));
        refused.put(chat, now);
        if (refused.size() >= CHATS_OF_A_STORM) {
            all.forEach(bucket -> bucket.freeze(now.plus(pause)));
        }
    }

    private synchronized List<Bucket> lane(long chat) {
        if (chats.size() >= MOST_CHATS && !chats.containsKey(chat)) {
            Instant now = clock.instant();
            chats.values().removeIf(lane -> lane.stream().allMatch(bucket -> bucket.isRested(now)));
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
