package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Message.Audience;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.Fault;
import org.spoolbot.telegram.fake.Faults;
import org.spoolbot.telegram.fake.Kind;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.testkit.SettableClock;

/** The server is killed around a send, and sends the same again, because it did not get to write down how it ended. */
final class KilledSenderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.atTen();
    private Counter counter;
    private Person ada;

    @BeforeEach
    void open() {
        counter = new Counter(folder, clock);
        ada = counter.started("Ada");
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private SendResult send(Destination place, Message message) {
        return counter.outbox.send(place, message);
    }

    private static Message known(Message message) {
        return message.in(new Message.Envelope(Audience.CHANNEL, Optional.empty(), Optional.of("job7"), false));
    }

    private Message clip() {
        return known(Message.of("A kite").withAttachments(List.of(counter.clip("kite.mp4", 60_000))));
    }

    @Test
    void aClipThatArrivedBeforeTheKillIsThatMessageAndDoesNotComeTwice() {
        SendResult first = send(Counter.in(ada.privateChat()), clip());
        counter.restart();

        assertThat(send(Counter.in(ada.privateChat()), clip())).isEqualTo(first);

        assertThat(first.isSent()).isTrue();
        assertThat(ada.privateChat().fromBot()).hasSize(1);
    }

    @Test
    void aClipThatArrivedInAGroupThatMovedMeanwhileDoesNotComeTwice() {
        Chat group = counter.telegram.world().group("Makers", ada);
        Chat next = group.migrate(ada);
        SendResult first = send(Counter.in(group), clip());
        counter.restart();

        assertThat(send(Counter.in(group), clip())).isEqualTo(first);

        assertThat(next.fromBot()).hasSize(1);
    }

    @Test
    void aLinkInThePlaceOfAClipAndAWordOfAFailureComeOnceToo() {
        SendResult first = send(Counter.in(ada.privateChat()), known(Message.of("It is larger than fits. See it here.")));
        counter.restart();

        assertThat(send(Counter.in(ada.privateChat()), known(Message.of("It is larger than fits. See it here.")))).isEqualTo(first);

        assertThat(ada.privateChat().fromBot()).hasSize(1);
    }

    @Test
    void aKillBetweenTheFilesOfAMessageDoesNotMakeTheFirstComeTwice() throws Exception {
        Attachment picture = new Attachment("one.jpg", counter.picture("one.jpg", 640, 360), Optional.empty());
        Attachment sound = new Attachment("two.mp3", counter.file("two.mp3", MediaType.MP3, 4_000), Optional.empty());
        Message message = known(Message.of("two").withAttachments(List.of(picture, sound)));
        Outbox killed = counter.outbox;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Faults.Hold second = counter.telegram.faults().hold("sendAudio")) {
            threads.submit(() -> killed.send(Counter.in(ada.privateChat()), message));
            assertThat(second.awaitWaiting(1, PATIENCE)).isTrue();
            counter.restart();

            assertThat(send(Counter.in(ada.privateChat()), message).isSent()).isTrue();
        }

        assertThat(ada.privateChat().fromBot()).filteredOn(one -> one.kind().equals(Optional.of(Kind.PHOTO))).hasSize(1);
    }

    @Test
    void aClipOfWhichNobodyKnowsIsNotSentUnaskedHoweverOftenTheServerIsKilled() {
        counter.telegram.faults().next("sendVideo", Fault.dropsAfter());
        assertThat(send(Counter.in(ada.privateChat()), clip())).isInstanceOf(SendResult.UnknownOutcome.class);
        for (int kill = 0; kill < 3; kill++) {
            counter.restart();
            assertThat(send(Counter.in(ada.privateChat()), clip())).isInstanceOf(SendResult.UnknownOutcome.class);
        }
        assertThat(ada.privateChat().fromBot()).hasSize(1);

        assertThat(send(Counter.in(ada.privateChat()), clip()).isSent()).as("asked for again").isTrue();
    }

    @Test
    void aClipThatTelegramSurelyDidNotTakeIsSentAgain() {
        counter.telegram.faults().next("sendVideo", Fault.chatNotFound());
        assertThat(send(Counter.in(ada.privateChat()), clip())).isInstanceOf(SendResult.Gone.class);
        counter.restart();

        assertThat(send(Counter.in(ada.privateChat()), clip()).isSent()).isTrue();
    }

    @Test
    void aClipThatIsWantedOnceMoreComesOnceMore() {
        Message wished = Message.of("A kite").withAttachments(List.of(counter.clip("kite.mp4", 60_000)));
        send(Counter.in(ada.privateChat()), clip());

        assertThat(send(Counter.in(ada.privateChat()), wished).isSent()).isTrue();
        assertThat(send(Counter.in(ada.privateChat()), wished).isSent()).isTrue();

        assertThat(ada.privateChat().fromBot()).hasSize(3);
    }
}
