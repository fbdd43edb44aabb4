package org.spoolbot.discord.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.dv8tion.jda.api.JDA.ShardInfo;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.platform.PlatformHealth.State;
import org.spoolbot.testkit.SettableClock;

class PlatformStateTest {
    private final SettableClock clock = SettableClock.atTen();
    private final PlatformState state = new PlatformState(clock);

    @Test
    void readyMeansThatAllShardsWork() {
        state.shard(new ShardInfo(0, 2), () -> true);
        assertThat(state.health().state()).isEqualTo(State.CONNECTING);
        assertThat(state.health().detail()).contains("1 of 2");

        state.shard(new ShardInfo(1, 2), () -> true);
        assertThat(state.health().state()).isEqualTo(State.UP);
    }

    @Test
    void aShortBreakIsNoAlarmAndALongOneSaysWhatIsWrong() {
        state.shard(new ShardInfo(0, 1), () -> true);
        clock.advance(Duration.ofHours(3));
        state.shard(new ShardInfo(0, 1), () -> false);
        state.failed("Discord closed the connection (code 4000)");
        assertThat(state.health().state()).isEqualTo(State.CONNECTING);

        clock.advance(Duration.ofMinutes(1));

        assertThat(state.health().state()).isEqualTo(State.DOWN);
        assertThat(state.health().detail()).contains("2026-11-21T13:00:00Z", "code 4000");
    }

    @Test
    void aRefusedTokenIsToldOnceAndNeverLooksHealthyAgain() {
        assertThat(state.refused(Refusal.INVALID_TOKEN)).isTrue();
        assertThat(state.refused(Refusal.INVALID_TOKEN)).isFalse();
        state.shard(new ShardInfo(0, 1), () -> true);

        assertThat(state.health().state()).isEqualTo(State.DOWN);
        assertThat(state.health().detail()).contains("DISCORD_TOKEN", "restart");
    }

    @Test
    void anotherProcessWithOurTokenMakesReadinessRedUntilItWasQuietForAWhile() {
        state.shard(new ShardInfo(0, 1), () -> true);
        state.conflict("an interaction was already acknowledged");
        assertThat(state.health().state()).isEqualTo(State.DOWN);
        assertThat(state.health().detail()).contains("another process uses this token");

        clock.advance(Duration.ofMinutes(15));

        assertThat(state.health().state()).isEqualTo(State.UP);
    }
}
