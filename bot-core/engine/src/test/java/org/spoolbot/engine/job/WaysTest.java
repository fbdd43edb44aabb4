package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.job.Admission;
import org.spoolbot.api.job.JobOrder;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.platform.Obstacle;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.engine.command.builtin.ChatRules;
import org.spoolbot.engine.command.builtin.ChatRules.Listing;
import org.spoolbot.engine.command.builtin.ChatRules.Verdict;
import org.spoolbot.engine.identity.Languages;
import org.spoolbot.engine.identity.MemberBooks;

/** Nobody pays for a clip that cannot arrive, or that the chat does not want. */
@Timeout(20)
class WaysTest {
    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(new World.Outside(folder));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Admission order(String... roles) {
        return world.tryOrder(new JobOrder(
                World.ADA, World.origin(World.ADA, World.inTown(), roles), World.inTown(), World.request("a kite"), Optional.empty(), Optional.empty()));
    }

    private List<Phrase> faults() {
        return world.get(JobService.class).quote(World.ADA, World.request("a kite"), World.inTown()).faults();
    }

    @ParameterizedTest
    @EnumSource
    void whatKeepsAClipFromArrivingIsSaidBeforeAnythingIsPaid(Obstacle obstacle) {
        Phrase sentence = Phrase.of("community.obstacle." + obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        world.outside.chat.obstacle = Optional.of(obstacle);

        assertThat(faults()).containsExactly(sentence);
        assertThat(order()).isEqualTo(new Admission.Refused(List.of(sentence)));
        assertThat(world.outside.books.counts()).isEmpty();

        world.outside.chat.obstacle = Optional.empty();
        assertThat(order()).isInstanceOf(Admission.Accepted.class);
    }

    @Test
    void aPlatformThatCannotSayIsNoReasonToRefuse() {
        world.outside.chat.asking = () -> {
            throw new IllegalStateException("no cache");
        };

        assertThat(faults()).isEmpty();
        assertThat(order()).isInstanceOf(Admission.Accepted.class);
    }

    @Test
    void anOrderThatCameAroundTheCardMeetsTheChatsListsAllTheSame() {
        world.get(ChatRules.class).put(World.TOWN, Listing.ROLES, "77", Verdict.DENY, World.OWNER);
        assertThat(order("77")).isEqualTo(new Admission.Refused(List.of(Phrase.of("community.refused.role"))));
        assertThat(order("78")).isInstanceOf(Admission.Accepted.class);

        world.get(ChatRules.class).put(World.TOWN, Listing.CHANNELS, "general", Verdict.DENY, World.OWNER);
        assertThat(order("78")).isEqualTo(new Admission.Refused(List.of(Phrase.of("community.refused.channel"))));
    }

    @Test
    void theChatsLanguageIsThatOfItsProgressAndClips() throws InterruptedException {
        Job job = world.liveThrough();
        assertThat(world.get(JobWords.class).language(job)).isEqualTo(Locale.ENGLISH);
        world.get(ChatRules.class).choose(World.TOWN, Map.of("language", "de"), World.OWNER);

        assertThat(world.get(JobWords.class).language(job)).isEqualTo(Locale.GERMAN);
    }

    @Test
    void aClipSpeaksTheLanguageOfItsMembersAppAlsoAfterARestart() throws InterruptedException {
        Job job = world.liveThrough();
        Languages.note(world.get(MemberBooks.class), World.ADA.member(), Map.of(), speaking(Locale.GERMAN));
        Languages.note(world.get(MemberBooks.class), World.BOB.member(), Map.of(), speaking(Locale.FRENCH));
        world.close();
        world = new World(world.outside);
        assertThat(world.get(JobWords.class).language(job)).isEqualTo(Locale.GERMAN);

        world.get(MemberBooks.class).prefer(World.ADA.member(), "language", "es");
        assertThat(world.get(JobWords.class).language(job)).as("what was chosen").isEqualTo(Locale.of("es"));
    }

    private static Origin speaking(Locale language) {
        Origin origin = World.origin(World.ADA, World.inTown());
        return new Origin(
                origin.account(), origin.name(), Optional.of(language), origin.destination(), origin.standing(), origin.roles(), origin.writtenAt());
    }

    @Test
    void theGraphsShowInWhichStateAPlatformIs() {
        MeterRegistry meters = world.get(MeterRegistry.class);

        assertThat(meters.get("spoolbot.platform.state").tags("platform", "chat", "state", "up").gauge().value()).isEqualTo(1);
        assertThat(meters.get("spoolbot.platform.state").tags("platform", "chat", "state", "down").gauge().value()).isZero();
    }
}
