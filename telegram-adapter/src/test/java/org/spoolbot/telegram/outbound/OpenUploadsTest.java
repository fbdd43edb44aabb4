package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.outbound.OpenUploads.Mark;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.SettableClock;

/** What is known of a clip after the server was killed while it was sent. */
final class OpenUploadsTest {
    private static final Mark CLIP = new Mark("-1001", "job7");
    private static final SendResult SENT = new SendResult.Sent(new MessageRef("telegram", "-1002", "41"));
    private static final SendResult LOST = new SendResult.UnknownOutcome("the answer was lost");

    private final SettableClock clock = SettableClock.atTen();
    private final MemoryStore store = new MemoryStore();
    private OpenUploads uploads = new OpenUploads(store, clock);

    private void restart() {
        uploads = new OpenUploads(store, clock);
    }

    @Test
    void whatWasNeverBegunMayBeSent() {
        assertThat(uploads.before(CLIP)).isEmpty();
    }

    @Test
    void whatWasSentIsThatMessageAlsoAfterARestart() {
        uploads.begins(CLIP);
        uploads.ended(CLIP, SENT);

        assertThat(uploads.before(CLIP)).contains(SENT);
        restart();
        assertThat(uploads.before(CLIP)).contains(SENT);
        assertThat(uploads.before(CLIP)).as("asked once more").contains(SENT);
    }

    @Test
    void anUploadWhoseEndNobodySawIsToldAndSentOnlyIfItIsWantedAgain() {
        uploads.begins(CLIP);
        restart();

        assertThat(uploads.before(CLIP)).containsInstanceOf(SendResult.UnknownOutcome.class);
        assertThat(uploads.before(CLIP)).as("whoever was told wants it again").isEmpty();
    }

    @Test
    void aKillBeforeAnybodyWroteDownThatNobodyKnowsDoesNotMakeItSurelyUnsent() {
        uploads.begins(CLIP);
        restart();
        uploads.before(CLIP);
        restart();

        assertThat(uploads.before(CLIP)).containsInstanceOf(SendResult.UnknownOutcome.class);
    }

    @Test
    void anAnswerThatWasLostIsNotForgottenByARestart() {
        uploads.begins(CLIP);
        uploads.ended(CLIP, LOST);

        assertThat(uploads.before(CLIP)).as("whoever was told wants it again").isEmpty();
        restart();
        assertThat(uploads.before(CLIP)).containsInstanceOf(SendResult.UnknownOutcome.class);
    }

    static Stream<SendResult> surelyNotSent() {
        return Stream.of(
                new SendResult.Gone("no chat"),
                new SendResult.Forbidden("blocked"),
                new SendResult.TooLarge(50),
                new SendResult.SlowDown(Duration.ofSeconds(3)),
                new SendResult.Unreachable("offline"));
    }

    @ParameterizedTest
    @MethodSource("surelyNotSent")
    void whatSurelyWasNotSentMayBeSentAgain(SendResult result) {
        uploads.begins(CLIP);
        uploads.ended(CLIP, result);
        restart();

        assertThat(uploads.before(CLIP)).isEmpty();
        assertThat(store.scan("", "", 10)).isEmpty();
    }

    @Test
    void theSameClipInAnotherChatIsAnotherMessage() {
        uploads.begins(CLIP);
        uploads.ended(CLIP, SENT);

        assertThat(uploads.before(new Mark("77", "job7"))).isEmpty();
        assertThat(uploads.before(new Mark("-1001", "job8"))).isEmpty();
    }

    @Test
    void marksGoWithTimeAndAreNeverMuchMoreThanTheyMayBe() {
        for (int number = 0; number < OpenUploads.MOST + 600; number++) {
            uploads.ended(new Mark("1", "job" + number), SENT);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(store.scan("", "", 20_000)).hasSizeLessThanOrEqualTo(OpenUploads.MOST * 11 / 10);
        assertThat(uploads.before(new Mark("1", "job" + (OpenUploads.MOST + 599)))).contains(SENT);

        clock.advance(Duration.ofDays(31));
        uploads.tidy();

        assertThat(store.scan("", "", 10)).isEmpty();
    }
}
