package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.connection.BotApi;
import org.spoolbot.telegram.connection.BotHttp;
import org.spoolbot.telegram.fake.Faults;
import org.spoolbot.telegram.fake.Fault;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.testkit.SettableClock;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** What the library does wrong when it sends, and that nothing is lost or doubled by it. */
final class LibraryTrapsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    private SendResult says(String text) {
        return counter.outbox.send(Counter.in(ada.privateChat()), Message.of(text));
    }

    /** Trap 8: the library does not wait after 429. */
    @Test
    void tooManyRequestsAreObeyedAndTheMessageArrivesOnce() {
        Instant before = clock.instant();
        counter.telegram.faults().next("sendMessage", Fault.tooManyRequests(3));

        assertThat(says("hello").isSent()).isTrue();

        assertThat(Duration.between(before, clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(ada.privateChat().fromBot()).hasSize(1);
    }

    @Test
    void aLongPauseIsHandedBackAndNothingIsTriedInThatChatBeforeItIsOver() {
        counter.telegram.faults().next("sendMessage", Fault.tooManyRequests(40));

        assertThat(says("hello")).isEqualTo(new SendResult.SlowDown(Duration.ofSeconds(40)));

        Instant before = clock.instant();
        assertThat(says("hello again").isSent()).isTrue();
        assertThat(Duration.between(before, clock.instant())).isEqualTo(Duration.ofSeconds(40));
    }

    /** Trap 11: OkHttp repeats a POST on a connection that was dropped. */
    @Test
    void aMessageWhoseAnswerWasLostIsNotSentTwice() {
        says("so that there is a connection to drop");
        counter.telegram.faults().next("sendMessage", Fault.dropsAfter());

        assertThat(says("hello")).isInstanceOf(SendResult.UnknownOutcome.class);

        assertThat(counter.telegram.calls().count("sendMessage")).isEqualTo(2);
        assertThat(ada.privateChat().fromBot()).hasSize(2);
    }

    @Test
    void anEditWhoseAnswerWasLostMayBeTriedAgain() {
        MessageRef message = counter.sent(Counter.in(ada.privateChat()), Message.of("one"));
        counter.telegram.faults().next("editMessageText", Fault.dropsAfter());

        assertThat(counter.changes.edit(message, Message.of("two"))).isInstanceOf(SendResult.Unreachable.class);
        assertThat(counter.changes.edit(message, Message.of("two")).isSent()).isTrue();
    }

    @Test
    void aServerThatIsNotThereGotNothing() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertThat(failureAt(port, 1)).isInstanceOf(Failure.NotSent.class);
    }

    @Test
    void anUploadThatBrokeOffInTheMiddleWasSurelyNotDone() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> rude = threads.submit(() -> {
                try (Socket client = server.accept()) {
                    InputStream in = client.getInputStream();
                    in.readNBytes(10_000);
                    client.setSoLinger(true, 0);
                }
                return null;
            });
            assertThat(failureAt(server.getLocalPort(), 20L << 20)).isInstanceOf(Failure.NotSent.class);
            rude.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private Failure failureAt(int port, long bytes) {
        BotApi api = new BotApi(URI.create("http://127.0.0.1:" + port), new Secret("1:x"));
        try (BotHttp http = new BotHttp(api, Executors.newVirtualThreadPerTaskExecutor())) {
            InputFile file = new InputFile(
                    counter.file("upload-" + bytes, org.spoolbot.api.media.MediaType.MP4, bytes).path().toFile(), "upload.mp4");
            http.client().execute(SendDocument.builder().chatId(1L).document(file).build());
            throw new AssertionError("it was sent");
        } catch (TelegramApiException thrown) {
            return Failure.of(thrown);
        }
    }

    /** Trap 12: the library's own client waits ten seconds, and a large clip takes longer. */
    @Test
    void answersToUploadsAreWaitedFor() {
        assertThat(counter.http.http().readTimeoutMillis()).isGreaterThanOrEqualTo(120_000);
        assertThat(counter.http.http().writeTimeoutMillis()).isGreaterThanOrEqualTo(120_000);
        assertThat(counter.http.http().callTimeoutMillis()).isZero();
    }

    /** Trap 13: five calls at once to one host, and the sixth waits. */
    @Test
    void uploadsUnderWayHoldUpNobodyElse() throws Exception {
        Message clip = Message.of("").withAttachments(List.of(counter.clip("kite.mp4", 60_000)));
        List<Person> others = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            others.add(counter.started("Person" + number));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Faults.Hold uploads = counter.telegram.faults().hold("sendVideo")) {
            List<Future<SendResult>> sending = others.stream()
                    .map(person -> threads.submit(() -> counter.outbox.send(Counter.in(person.privateChat()), clip)))
                    .toList();
            assertThat(uploads.awaitWaiting(8, PATIENCE)).isTrue();

            assertThat(says("quick").isSent()).isTrue();

            uploads.release();
            for (Future<SendResult> one : sending) {
                assertThat(one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).isSent()).isTrue();
            }
        }
    }

    /** Trap 17: answers that are no JSON, or no answer of the Bot API. */
    @Test
    void answersOfNoSenseLeaveItOpenWhetherAMessageStands() {
        counter.telegram.faults().next("sendMessage", Fault.badGateway());
        assertThat(says("one")).isInstanceOf(SendResult.UnknownOutcome.class);

        counter.telegram.faults().next("sendMessage", new Fault.Page(200, "{}"));
        assertThat(says("two")).isInstanceOf(SendResult.UnknownOutcome.class);

        assertThat(says("three").isSent()).isTrue();
    }

    /** Trap 18: the library swallows the interrupt. */
    @Test
    void aThreadThatIsToStopWhileItSendsSaysThatNobodyKnowsAndStaysInterrupted() throws Exception {
        AtomicReference<SendResult> result = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        try (Faults.Hold gate = counter.telegram.faults().hold("sendMessage")) {
            Thread sender = Thread.startVirtualThread(() -> {
                result.set(says("hello"));
                flag.set(Thread.currentThread().isInterrupted());
                ended.countDown();
            });
            assertThat(gate.awaitWaiting(1, PATIENCE)).isTrue();
            sender.interrupt();
            assertThat(ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(result.get()).isInstanceOf(SendResult.UnknownOutcome.class);
        assertThat(flag.get()).isTrue();
    }

    @Test
    void stoppingWhileAnUploadIsUnderWayDoesNotClaimThatItFailed() throws Exception {
        AtomicReference<SendResult> result = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        try (Faults.Hold gate = counter.telegram.faults().hold("sendVideo")) {
            Thread.startVirtualThread(() -> {
                result.set(counter.outbox.send(
                        Counter.in(ada.privateChat()), Message.of("").withAttachments(List.of(counter.clip("kite.mp4", 60_000)))));
                ended.countDown();
            });
            assertThat(gate.awaitWaiting(1, PATIENCE)).isTrue();
            counter.http.close();
            assertThat(ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(result.get()).isInstanceOf(SendResult.UnknownOutcome.class);
        assertThat(says("after the stop")).isInstanceOf(SendResult.Unreachable.class);
    }

    @Test
    void aTokenThatIsNoLongerGoodKeepsTheMessageForLater() throws TelegramApiException {
        counter.telegram.faults().next("sendMessage", Fault.unauthorized());

        assertThat(says("hello")).isInstanceOf(SendResult.Unreachable.class);

        assertThat(counter.http.client().execute(new GetMe()).getIsBot()).isTrue();
    }
}
