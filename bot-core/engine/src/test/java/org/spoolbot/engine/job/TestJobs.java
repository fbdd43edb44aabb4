package org.spoolbot.engine.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobStatus;
import org.spoolbot.api.job.Receipt;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.Extras;
import org.spoolbot.api.video.Format;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Prompt;
import org.spoolbot.api.video.Ratio;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;

/** Jobs as tests need them: 5 seconds of 720p for 1.00. */
public final class TestJobs {
    public static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    public static final Money PRICE = new Money(1_000_000);
    public static final Community PLACE = new Community("discord", "guild");

    private TestJobs() {}

    public static Job.Owner owner(String member) {
        Destination destination =
                new Destination("discord", Optional.of(PLACE), "channel", Optional.of("thread"), Optional.of("77"));
        return new Job.Owner(new MemberId(member), "Ada", "discord:" + member, "member", destination);
    }

    public static VideoRequest request(int seconds, Resolution resolution) {
        return new VideoRequest(
                Prompt.plain("a lighthouse"),
                Mode.TEXT,
                List.of(),
                new Format(seconds, Ratio.LANDSCAPE_16_9, resolution, true),
                Extras.none(),
                Optional.empty());
    }

    public static Job.Plan plan() {
        return new Job.Plan("ark", "seedance", PRICE, false);
    }

    public static Job.Plan otherPlan(Money price) {
        return new Job.Plan("evolink", "seedance-pro", price, false);
    }

    public static Job.Plan samplePlan() {
        return new Job.Plan("sandbox", "sample", Money.ZERO, true);
    }

    public static Job job(JobStatus status) {
        return new Job(
                new JobId("job1"),
                owner("ada"),
                request(5, Resolution.P720),
                plan(),
                new Job.State(
                        status,
                        7,
                        NOON,
                        NOON,
                        NOON,
                        0,
                        status == JobStatus.FAILED ? Optional.of(new Job.Fault(ErrorKind.UPSTREAM, List.of())) : Optional.empty()),
                new Job.Work(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Job.Delivery.PENDING),
                new Receipt(Receipt.Standing.HELD, PRICE, Money.ZERO, 5));
    }
}
