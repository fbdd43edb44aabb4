package org.spoolbot.engine.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.engine.job.Job;
import org.spoolbot.engine.job.JobSignal;
import org.spoolbot.engine.job.TestJobs;

/** What the next start finds of jobs that are over but not done with. */
class LeftOverTest {
    private static final MessageRef MESSAGE = new MessageRef("discord", "channel", "9");

    private static final String CLIP = "c".repeat(64);
    private static final String FRAME = "f".repeat(64);

    @TempDir
    Path home;

    private BooksFixture books;

    @BeforeEach
    void open() {
        books = new BooksFixture(home);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void failuresAreFoundPageByPageUntilTheirMembersAreTold() {
        List<Job> failed = List.of(failed("ada"), failed("bob"), failed("cy"));
        Optional<Job> last = Optional.of(failed.get(1));

        assertThat(books.jobs.untold(Optional.empty(), 2)).containsExactly(failed.get(0), failed.get(1));
        assertThat(books.jobs.untold(last, 2)).containsExactly(failed.get(2));
        failed.forEach(job -> books.apply(job, new JobSignal.Told(Job.Delivery.DONE, Optional.of(MESSAGE))));
        assertThat(books.jobs.untold(Optional.empty(), 2)).isEmpty();
    }

    @Test
    void progressMessagesOfFinishedJobsAreFoundUntilTheyAreGone() {
        books.accepted("ada");
        Job claimed = books.claim().orElseThrow();
        Job shown = books.apply(claimed, new JobSignal.ProgressShown(MESSAGE));
        assertThat(books.jobs.faced(Optional.empty(), 10)).isEmpty();

        Job failed = books.apply(shown, new JobSignal.Failed(ErrorKind.UPSTREAM));
        assertThat(books.jobs.faced(Optional.empty(), 10)).containsExactly(failed);

        books.apply(failed, new JobSignal.ProgressGone());
        assertThat(books.jobs.faced(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void ordersOfOneGatewayAreFoundByTheTimeOfTheirPaidCall() {
        books.accepted("ada");
        Job early = books.claim().orElseThrow();
        books.now = books.now.plus(Duration.ofMinutes(30));
        books.accepted("bob");
        Job late = books.claim().orElseThrow();

        assertThat(books.jobs.submitted("ark", books.now, books.now, 10)).containsExactly(late);
        assertThat(books.jobs.submitted("ark", TestJobs.NOON, books.now, 10)).containsExactlyInAnyOrder(early, late);
        assertThat(books.jobs.submitted("other", TestJobs.NOON, books.now, 10)).isEmpty();
    }

    @Test
    void aClipThatIsLostOnItsWayNoLongerCountsAgainstItsMember() {
        books.accepted("ada");
        Job running = books.apply(books.claim().orElseThrow(), new JobSignal.Accepted("task"));
        Job made = books.apply(running, new JobSignal.Made(Optional.empty()));

        books.apply(made, new JobSignal.Failed(ErrorKind.STORAGE));

        assertThat(books.number("SELECT clips + seconds + micros FROM usage WHERE subject = 'member:ada'")).isZero();
        assertThat(books.number("SELECT micros FROM usage WHERE subject = 'server'")).isEqualTo(TestJobs.PRICE.micros());
    }

    @Test
    void aClipAndItsLastFrameAreRememberedUntilTheyAreDeletedAndKnownWhileAnotherJobHasThem() {
        Job mine = made("ada");
        Job other = made("bob");
        assertThat(books.jobs.find(mine.id()).orElseThrow().work()).isEqualTo(mine.work());
        assertThat(mine.work().lastFrame()).contains(FRAME);
        assertThat(books.jobs.isUsedByOthers(CLIP, mine.id())).isTrue();

        books.apply(other, new JobSignal.ClipDeleted());

        assertThat(books.jobs.find(other.id()).orElseThrow().work().clip()).isEmpty();
        assertThat(books.jobs.isUsedByOthers(CLIP, mine.id())).isFalse();
        assertThat(books.jobs.isUsedByOthers(FRAME, mine.id())).isFalse();
        assertThat(books.jobs.isUsedByOthers(FRAME, other.id())).isTrue();
    }

    private Job made(String member) {
        books.accepted(member);
        Job running = books.apply(books.claim().orElseThrow(), new JobSignal.Accepted("task"));
        Job fetching = books.apply(running, new JobSignal.Made(Optional.empty()));
        Job delivering = books.apply(fetching, new JobSignal.Fetched(CLIP));
        Job framed = books.apply(delivering, new JobSignal.FrameKept(FRAME));
        return books.apply(framed, new JobSignal.Delivered(Job.Delivery.DONE, Optional.empty()));
    }

    private Job failed(String member) {
        books.accepted(member);
        books.now = books.now.plusMillis(1);
        return books.apply(books.claim().orElseThrow(), new JobSignal.Failed(ErrorKind.UPSTREAM));
    }
}
