package org.spoolbot.discord.connection;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.JDA.ShardInfo;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.platform.PlatformHealth;
import org.spoolbot.api.platform.PlatformHealth.State;

/** What is known of the connection. Thread-safe. */
public final class PlatformState {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration CONFLICT_COUNTS = Duration.ofMinutes(15);

    private final InstantSource clock;
    private final Map<Integer, Boolean> shards = new HashMap<>();
    private int expected = 1;
    private Instant awaySince;
    private String trouble = "";
    private @Nullable Refusal refusal;
    private @Nullable Instant conflictAt;
    private String conflict = "";

    /** Nothing is connected yet. */
    public PlatformState(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock is null");
        this.awaySince = clock.instant();
    }

    /** Another process uses this token. */
    public synchronized void conflict(String detail) {
        conflict = requireNonNull(detail, "detail is null");
        conflictAt = clock.instant();
    }

    /** That Discord refuses us and only the operator can change it; empty while it does not. */
    public synchronized Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What the operator should read. */
    public synchronized PlatformHealth health() {
        if (refusal != null) {
            return new PlatformHealth(State.DOWN, refusal.advice());
        }
        Instant now = clock.instant();
        if (conflictAt != null && now.isBefore(conflictAt.plus(CONFLICT_COUNTS))) {
            return new PlatformHealth(State.DOWN, "another process uses this token: " + conflict);
        }
        if (isUp()) {
            return new PlatformHealth(State.UP, expected == 1 ? "connected" : expected + " shards are connected");
        }
        boolean patient = now.isBefore(awaySince.plus(PATIENCE));
        return new PlatformHealth(patient ? State.CONNECTING : State.DOWN, away());
    }

    /** Whether all shards work, or none ever will. */
    synchronized boolean isSettled() {
        return isUp() || refusal != null;
    }

    /** Looks whether a shard works; looking and noting are one act, so that an older look never wins. */
    synchronized void shard(ShardInfo shard, BooleanSupplier works) {
        boolean before = isUp();
        expected = shard.getShardTotal();
        shards.put(shard.getShardId(), works.getAsBoolean());
        if (before && !isUp()) {
            awaySince = clock.instant();
        }
        if (isUp()) {
            trouble = "";
        }
    }

    /** An attempt to connect failed. */
    synchronized void failed(String reason) {
        trouble = reason;
    }

    /** Discord refuses us. Says whether this is news. */
    synchronized boolean refused(Refusal reason) {
        boolean news = refusal == null;
        refusal = reason;
        return news;
    }

    /** Nothing of what was connected is any more. */
    synchronized void reset() {
        if (isUp()) {
            awaySince = clock.instant();
        }
        shards.clear();
    }

    private boolean isUp() {
        return connected() >= expected;
    }

    private long connected() {
        return Collections.frequency(shards.values(), true);
    }

    private String away() {
        String many = expected == 1 ? "not connected" : connected() + " of " + expected + " shards are connected";
        return many + " since " + awaySince + (trouble.isEmpty() ? "" : ": " + trouble);
    }
}
