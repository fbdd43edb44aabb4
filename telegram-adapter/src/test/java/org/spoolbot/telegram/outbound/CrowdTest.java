package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.message.Progress;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.testkit.MemoryStore;

/** Many chats at once, with the limits of Telegram on. */
final class CrowdTest {
    private static final int CHATS = 300;

    @TempDir
    Path folder;

    @Test
    void threeHundredChatsAskAtOnceAndEachGetsItsResultWithoutOneCallTooMany() throws Exception {
        VirtualTime time = new VirtualTime();
        Instant start = time.instant();
        try (Counter counter = new Counter(folder, FakeTelegram.start(time), new MemoryStore(), time, time)) {
            counter.telegram.flood().enforce();
            List<Chat> chats = chats(counter);
            List<Callable<Duration>> work = new ArrayList<>();
            chats.forEach(chat -> work.add(() -> {
                counter.sent(Counter.in(chat), Message.of("card"));
                Optional<MessageRef> progress = progress(counter, chat);
                progress.ifPresent(ref -> counter.changes.edit(ref, rendering(0.5)));
                counter.sent(Counter.in(chat), Message.of("result"));
                Duration arrived = Duration.between(start, time.instant());
                progress.ifPresent(counter.changes::delete);
                return arrived;
            }));

            List<Duration> arrivals = time.together(work);

            assertThat(chats).allSatisfy(chat -> assertThat(chat.fromBot().getLast().text()).isEqualTo("result"));
            assertThat(counter.telegram.flood().refused()).isZero();
            assertThat(counter.telegram.flood().mostIn(Duration.ofSeconds(1))).isLessThanOrEqualTo(30);
            // 600 messages at 25 a second.
            assertThat(arrivals).allSatisfy(arrival -> assertThat(arrival).isLessThan(Duration.ofSeconds(30)));
        }
    }

    @Test
    void aGroupThatIsFloodedKeepsToItsLimitAndHoldsUpNobodyElse() throws Exception {
        VirtualTime time = new VirtualTime();
        Instant start = time.instant();
        try (Counter counter = new Counter(folder, FakeTelegram.start(time), new MemoryStore(), time, time)) {
            counter.telegram.flood().enforce();
            Chat busy = counter.telegram.world().supergroup("Busy");
            Chat quiet = counter.started("Ada").privateChat();
            List<Callable<SendResult>> work = new ArrayList<>();
            for (int number = 0; number < 60; number++) {
                work.add(() -> counter.outbox.send(Counter.in(busy), Message.of("result")));
            }
            work.add(() -> {
                SendResult result = counter.outbox.send(Counter.in(quiet), Message.of("result"));
                assertThat(Duration.between(start, time.instant())).isLessThan(Duration.ofSeconds(3));
                return result;
            });

            List<SendResult> results = time.together(work);

            assertThat(results.getLast().isSent()).isTrue();
            assertThat(results.stream().filter(SendResult::isSent)).hasSizeGreaterThanOrEqualTo(20);
            assertThat(results).allSatisfy(one -> assertThat(one).isInstanceOfAny(SendResult.Sent.class, SendResult.SlowDown.class));
            assertThat(counter.telegram.flood().mostIn(Duration.ofMinutes(1), busy)).isLessThanOrEqualTo(20);
            assertThat(counter.telegram.flood().refused()).isZero();
        }
    }

    private static List<Chat> chats(Counter counter) {
        List<Chat> chats = new ArrayList<>();
        for (int number = 0; number < CHATS; number++) {
            chats.add(number % 3 == 0
                    ? counter.telegram.world().group("Group " + number)
                    : counter.started("Person" + number).privateChat());
        }
        return chats;
    }

    private static Optional<MessageRef> progress(Counter counter, Chat chat) {
        SendResult result = counter.outbox.send(Counter.in(chat), rendering(0.0));
        return result instanceof SendResult.Sent(MessageRef message) ? Optional.of(message) : Optional.empty();
    }

    private static Message rendering(double fraction) {
        return Message.of("").with(new Progress("Rendering", OptionalDouble.of(fraction), OptionalInt.empty(), Optional.empty()));
    }
}
