package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.job.JobId;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.PublicLink;
import org.spoolbot.api.provider.ReferenceSource;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.video.Mode;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Role;
import org.spoolbot.api.video.VideoRequest;

@Timeout(20)
class OrderSheetTest {
    private static final String HASH = "c".repeat(64);
    private static final URI ADDRESS = URI.create("https://cdn.example/a.png?hm=secret-of-the-chat");

    @TempDir
    Path folder;

    private World.Outside outside;
    private World world;

    @BeforeEach
    void open() {
        outside = new World.Outside(folder);
        world = new World(outside);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aGatewayIsGivenTheChatsOwnLinkOnlyWhileItLastsLongEnoughToBeFetched() throws Exception {
        outside.cabinet.links.put(HASH, new PublicLink(ADDRESS, outside.clock.instant().plus(Duration.ofMinutes(30))));

        ReferenceSource source = source();

        assertThat(source.platformAddress()).contains(ADDRESS);
        assertThat(source.toString()).doesNotContain("secret-of-the-chat");
        outside.clock.advance(Duration.ofMinutes(20));
        assertThat(source.platformAddress()).isEmpty();
    }

    @Test
    void theLinkOfAnotherFileIsNotGivenForOneThatWasFittedToTheModel() throws Exception {
        outside.cabinet.links.put("d".repeat(64), new PublicLink(ADDRESS, outside.clock.instant().plus(Duration.ofHours(9))));

        assertThat(source().platformAddress()).isEmpty();
    }

    @Test
    void whatAGatewayMayFetchFromUsEndsWithTheJobAndNotWhileItWaitsForAnotherGateway() throws Exception {
        JobId id = turnedAway();
        assertThat(outside.revoked).isEmpty();

        world.live(id);

        assertThat(outside.revoked).containsExactly(id + "-in");
    }

    @Test
    void whatAGatewayMayFetchEndsAlsoWithAJobThatIsWithdrawnWhileItWaitsForItsNextTry() throws Exception {
        world.get(LettingGo.class).start();
        JobId id = turnedAway();

        world.get(JobService.class).cancel(id, World.ADA);

        assertThat(outside.revoked).containsExactly(id + "-in");
    }

    @Test
    void aFileThatNoModelCanTakeIsNamedToItsSenderAndTheGatewayIsNotAsked() {
        outside.cabinet.unusable = true;

        assertThatThrownBy(this::source).isInstanceOfSatisfying(OrderSheet.ImpossibleException.class, impossible -> {
            SubmitOutcome.Refused refusal = impossible.asRefusal();
            assertThat(refusal.kind()).isEqualTo(ErrorKind.INVALID_PARAMS);
            assertThat(refusal.blames()).containsExactly(new Blame.File(MediaKind.IMAGE, 1));
        });
    }

    private JobId turnedAway() throws Exception {
        outside.gateway.submits.add(new SubmitOutcome.Refused(ErrorKind.RATE_LIMIT, "full", Optional.empty()));
        JobId id = world.order();
        Job claimed = outside.books.claim(Set.of("studio"), Set.of("chat"), outside.clock.instant()).orElseThrow();
        world.get(JobLife.class).live(claimed, () -> {});
        return id;
    }

    private ReferenceSource source() throws Exception {
        MediaFile picture = outside.cabinet.picture(HASH);
        world.order();
        Job plain = outside.books.claim(Set.of("studio"), Set.of("chat"), outside.clock.instant()).orElseThrow();
        VideoRequest text = plain.request();
        VideoRequest request = new VideoRequest(
                text.prompt(),
                Mode.FIRST_FRAME,
                List.of(new Reference(1, Role.FIRST_FRAME, picture.info())),
                text.format(),
                text.extras(),
                Optional.empty());
        Job job = new Job(plain.id(), plain.owner(), request, plain.plan(), plain.state(), plain.work(), plain.receipt());
        return world.get(OrderSheet.class).fill(job, outside.gateway).sources().getFirst();
    }
}
