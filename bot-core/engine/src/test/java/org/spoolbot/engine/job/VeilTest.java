package org.spoolbot.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.job.Admission;
import org.spoolbot.api.job.JobOrder;
import org.spoolbot.api.job.JobService;
import org.spoolbot.engine.command.builtin.ChatRules;
import org.spoolbot.engine.community.CommunityBooks;

/** Who opens a channel sees a clip at once, or after a press, as its admins want. */
@Timeout(20)
class VeilTest {
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

    private boolean isVeiledOf(String group) throws InterruptedException {
        Sender author = new Sender(
                World.ADA.member(), World.ADA.account(), "ada", World.ADA.language(), World.ADA.community(), List.of(group, "member"));
        JobOrder order = new JobOrder(
                author, World.origin(author, World.inTown()), World.inTown(), World.request("a kite"), Optional.empty(), Optional.empty());
        world.live(((Admission.Accepted) world.tryOrder(order)).job().id());
        return world.outside.chat.last().envelope().spoiler();
    }

    @ParameterizedTest
    @CsvSource({
        "'', new, false, true",
        "'', new, true, false",
        "'', member, false, false",
        "auto, new, false, true",
        "always, member, true, true",
        "never, new, false, false",
        "nonsense, new, false, true"
    })
    void aClipIsVeiledAsTheChatIsSet(String setting, String group, boolean forAdults, boolean veiled) throws InterruptedException {
        world.get(ChatRules.class).choose(World.TOWN, Map.of("spoiler", setting), World.OWNER);
        world.outside.chat.forAdults = forAdults;

        assertThat(isVeiledOf(group)).isEqualTo(veiled);
    }

    @Test
    void aClipThatIsSentAgainIsVeiledAgain() throws InterruptedException {
        isVeiledOf("new");
        Job job = world.outside.books.ofMember(World.ADA.member(), true, 1, 0).getFirst();

        assertThat(world.get(JobService.class).resend(job.id(), World.ADA, World.inTown()).done()).isTrue();
        assertThat(world.outside.chat.last().envelope().spoiler()).isTrue();
    }

    @Test
    void aPlatformThatCannotSayWhoReadsThereLosesNoClip() throws InterruptedException {
        world.outside.chat.asking = () -> {
            throw new IllegalStateException("no cache");
        };

        assertThat(isVeiledOf("new")).isTrue();
        assertThat(world.outside.chat.clips()).isEqualTo(1);
    }

    @Test
    void whatWasSetBeforeARestartVeilsAfterIt() throws InterruptedException {
        world.outside.communities.change(
                List.of(new CommunityBooks.Row(World.TOWN, "spoiler", "", "always", World.OWNER.member(), Instant.EPOCH)), List.of());

        assertThat(isVeiledOf("member")).isTrue();
    }
}
