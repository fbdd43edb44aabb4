package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.message.Progress;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.Fault;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.testkit.SettableClock;

/** What Telegram says no to, and what the server makes of it. */
final class RefusalsTest {
    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.atTen();
    private Counter counter;
    private Person ada;
    private Chat group;

    @BeforeEach
    void open() {
        counter = new Counter(folder, clock);
        ada = counter.started("Ada");
        group = counter.telegram.world().group("Makers", ada);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private SendResult send(Destination place) {
        return counter.outbox.send(place, Message.of("hello"));
    }

    @Test
    void aPersonWhoBlockedTheBotIsNotWrittenToAgain() {
        ada.blocks();

        assertThat(send(Counter.in(ada.privateChat()))).isInstanceOf(SendResult.Forbidden.class);
    }

    @Test
    void aGroupThatRemovedTheBotOrMutedItForbids() {
        Chat muted = counter.telegram.world().supergroup("Muted", ada);
        muted.restrictBot(ada);
        group.kickBot(ada);

        assertThat(send(Counter.in(group))).isInstanceOf(SendResult.Forbidden.class);
        assertThat(send(Counter.in(muted))).isInstanceOf(SendResult.Forbidden.class);
    }

    @Test
    void aChatThatIsNotThereIsGoneAndNothingThrows() {
        assertThat(send(new Destination("telegram", Optional.empty(), "123456789", Optional.empty(), Optional.empty())))
                .isInstanceOf(SendResult.Gone.class);
        assertThat(send(new Destination("telegram", Optional.empty(), "#general", Optional.empty(), Optional.empty())))
                .isInstanceOf(SendResult.Gone.class);
        assertThat(counter.changes.edit(new MessageRef("telegram", "x", "y"), Message.of("hello"))).isInstanceOf(SendResult.Gone.class);
        assertThat(counter.changes.delete(new MessageRef("telegram", "1", "y"))).isInstanceOf(SendResult.Gone.class);
    }

    @Test
    void aClosedTopicForbidsAndADeletedOneIsGone() {
        Chat studio = counter.telegram.world().forum("Studio", ada);
        int closed = studio.topic("Closed");
        studio.closeTopic(closed);

        assertThat(send(Counter.in(studio, closed))).isInstanceOf(SendResult.Forbidden.class);
        assertThat(send(Counter.in(studio, 777))).isInstanceOf(SendResult.Gone.class);
    }

    @Test
    void aGroupThatBecameASupergroupGetsTheMessageThereAndLaterOnesWithoutADetour() {
        Chat next = group.migrate(ada);
        Destination old = Counter.in(group).replyingTo("1");

        assertThat(send(old).isSent()).isTrue();
        assertThat(send(old).isSent()).isTrue();

        assertThat(next.fromBot()).hasSize(2);
        assertThat(next.fromBot().getFirst().repliesTo()).isEmpty();
        assertThat(counter.telegram.calls().count("sendMessage")).isEqualTo(3);
    }

    @Test
    void messagesThatStayedBehindInTheOldGroupAreNotMistakenForOthersInTheNewOne() {
        MessageRef old = counter.sent(Counter.in(group), Message.of("old"));
        Chat next = group.migrate(ada);
        while (next.fromBot().stream().noneMatch(one -> Long.toString(one.id()).equals(old.id()))) {
            counter.sent(Counter.in(next), Message.of("new"));
        }

        assertThat(counter.changes.edit(old, Message.of("changed"))).isInstanceOf(SendResult.Gone.class);
        assertThat(counter.changes.delete(old)).isInstanceOf(SendResult.Gone.class);

        assertThat(next.fromBot()).isNotEmpty().allSatisfy(one -> assertThat(one.text()).isEqualTo("new"));
    }

    @Test
    void whatIsNotModifiedCountsAsDone() {
        MessageRef message = counter.sent(Counter.in(group), Message.of("the same"));

        assertThat(counter.changes.edit(message, Message.of("the same"))).isEqualTo(new SendResult.Sent(message));
    }

    @Test
    void theWordsUnderAClipCanBeChanged() {
        MessageRef clip = counter.sent(Counter.in(group), Message.of("before").withAttachments(List.of(counter.clip("kite.mp4", 60_000))));

        Message after = Message.of("after ".repeat(400)).withControls(List.of(Control.Button.of("v1:x", "Again")));
        assertThat(counter.changes.edit(clip, after).isSent()).isTrue();

        assertThat(counter.posted(clip).text()).startsWith("after").hasSizeLessThanOrEqualTo(1024);
        assertThat(counter.posted(clip).labels()).containsExactly("Again");
    }

    @Test
    void aMessageThatSomebodyDeletedIsGone() {
        MessageRef message = counter.sent(Counter.in(group), Message.of("hello"));
        assertThat(counter.changes.delete(message).isSent()).isTrue();

        assertThat(counter.changes.edit(message, Message.of("again"))).isInstanceOf(SendResult.Gone.class);
        assertThat(counter.changes.delete(message)).isInstanceOf(SendResult.Gone.class);
    }

    @Test
    void aMessageTooOldToDeleteIsEmptiedAndTheClipLosesItsWords() {
        MessageRef text = counter.sent(Counter.in(group), Message.of("secret").withControls(List.of(Control.Button.of("v1:x", "Again"))));
        MessageRef clip = counter.sent(Counter.in(group), Message.of("secret").withAttachments(List.of(counter.clip("kite.mp4", 60_000))));
        clock.advance(Duration.ofHours(49));

        assertThat(counter.changes.delete(text).isSent()).isTrue();
        assertThat(counter.changes.delete(clip).isSent()).isTrue();

        assertThat(counter.posted(text).text()).doesNotContain("secret");
        assertThat(counter.posted(text).labels()).isEmpty();
        assertThat(counter.posted(clip).text()).doesNotContain("secret");
    }

    @Test
    void progressOfOneMessageIsNotShownMoreOftenThanItsChatBears() {
        for (Chat chat : List.of(ada.privateChat(), group)) {
            long shortest = counter.outbox.limits(Counter.in(chat)).minEditInterval();
            MessageRef message = counter.sent(Counter.in(chat), progress(0.0));
            clock.advance(Duration.ofMinutes(1));

            assertThat(counter.changes.edit(message, progress(0.1)).isSent()).isTrue();
            clock.advance(Duration.ofMillis(shortest - 1));
            assertThat(counter.changes.edit(message, progress(0.2))).isEqualTo(new SendResult.SlowDown(Duration.ofMillis(1)));
            clock.advance(Duration.ofMillis(1));
            assertThat(counter.changes.edit(message, progress(0.3)).isSent()).isTrue();
            assertThat(shortest).isEqualTo(chat.isPrivate() ? 3_000 : 10_000);
        }
    }

    @Test
    void aResultIsNotHeldUpByProgressAndProgressStandsBackForResults() {
        MessageRef message = counter.sent(Counter.in(group), progress(0.0));
        clock.advance(Duration.ofMinutes(1));
        for (int number = 0; number < 5; number++) {
            counter.sent(Counter.in(group), Message.of("result " + number));
        }
        Instant before = clock.instant();

        assertThat(counter.changes.edit(message, progress(0.5))).isInstanceOf(SendResult.SlowDown.class);
        assertThat(counter.outbox.send(Counter.in(group), progress(0.0))).isInstanceOf(SendResult.SlowDown.class);
        assertThat(clock.instant()).isEqualTo(before);
    }

    @Test
    void whenSeveralChatsAreRefusedAllArePaused() {
        for (int number = 0; number < 3; number++) {
            counter.telegram.faults().next("sendMessage", Fault.tooManyRequests(30));
            assertThat(send(Counter.in(counter.started("Person" + number).privateChat()))).isInstanceOf(SendResult.SlowDown.class);
        }
        Instant before = clock.instant();

        assertThat(send(Counter.in(ada.privateChat())).isSent()).isTrue();

        assertThat(Duration.between(before, clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(29));
    }

    @Test
    void aPauseOfOneChatIsNoPauseOfAnother() {
        counter.telegram.faults().next("sendMessage", Fault.tooManyRequests(30));
        assertThat(send(Counter.in(group))).isInstanceOf(SendResult.SlowDown.class);
        Instant before = clock.instant();

        assertThat(send(Counter.in(ada.privateChat())).isSent()).isTrue();

        assertThat(clock.instant()).isEqualTo(before);
    }

    private static Message progress(double fraction) {
        return Message.of("").with(new Progress("Rendering", OptionalDouble.of(fraction), OptionalInt.empty(), Optional.empty()));
    }
}
