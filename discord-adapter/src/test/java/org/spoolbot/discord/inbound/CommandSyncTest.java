package org.spoolbot.discord.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.SettableClock;

class CommandSyncTest {
    private static final String KEY = "commands:1:everywhere";

    private final SettableClock clock = SettableClock.atTen();
    private final MemoryStore store = new MemoryStore();
    private final Shelf shelf = new Shelf();
    private CommandSync sync = new CommandSync(store, clock);

    @Test
    void aFirstStartShowsTheCommands() {
        bring(video("Makes a clip."));

        assertThat(shelf.commands).hasSize(1);
        assertThat(shelf.writes).isEqualTo(1);
    }

    @Test
    void aStartWithoutAChangeAsksDiscordNothing() {
        bring(video("Makes a clip."));
        shelf.reads = 0;

        sync = new CommandSync(store, clock);
        clock.advance(Duration.ofHours(23));
        bring(video("Makes a clip."));

        assertThat(shelf.reads).isZero();
        assertThat(shelf.writes).isEqualTo(1);
    }

    @Test
    void aChangedDescriptionIsSent() {
        bring(video("Makes a clip."));
        bring(video("Makes a video clip."));

        assertThat(shelf.writes).isEqualTo(2);
    }

    @Test
    void commandsThatSomebodyElseTookAwayComeBackWithinADay() {
        bring(video("Makes a clip."));
        shelf.commands = List.of();

        clock.advance(CommandSync.TRUST);
        bring(video("Makes a clip."));

        assertThat(shelf.commands).hasSize(1);
    }

    @Test
    void commandsThatAreThereAlreadyAreNotSentAgainWhenTheStoreIsNew() {
        shelf.commands = List.of(video("Makes a clip."));
        bring(video("Makes a clip."));

        assertThat(shelf.reads).isEqualTo(1);
        assertThat(shelf.writes).isZero();
    }

    @Test
    void aRefusalIsTriedAgainWithGrowingPatience() {
        shelf.refusal = ErrorResponse.SERVER_ERROR;
        bring(video("Makes a clip."));
        bring(video("Makes a clip."));
        assertThat(shelf.reads).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        bring(video("Makes a clip."));
        assertThat(shelf.reads).isEqualTo(2);

        clock.advance(Duration.ofMinutes(1));
        bring(video("Makes a clip."));
        assertThat(shelf.reads).isEqualTo(2);

        shelf.refusal = null;
        clock.advance(Duration.ofMinutes(1));
        bring(video("Makes a clip."));
        assertThat(shelf.commands).hasSize(1);
    }

    @Test
    void theDailyLimitOfDiscordIsNotHammered() {
        shelf.refusal = ErrorResponse.MAX_DAILY_APPLICATION_COMMAND_CREATES;
        bring(video("Makes a clip."));
        clock.advance(Duration.ofHours(5));
        bring(video("Makes a clip."));
        assertThat(shelf.reads).isEqualTo(1);

        clock.advance(Duration.ofHours(1));
        bring(video("Makes a clip."));
        assertThat(shelf.reads).isEqualTo(2);
    }

    @Test
    void commandsOfAServerThatIsNoLongerNamedInTheSettingsDisappear() {
        bring(video("Makes a clip."));
        sync.clear(KEY, Optional.of(shelf));

        assertThat(shelf.commands).isEmpty();
        assertThat(store.get(KEY)).isEmpty();
    }

    @Test
    void aServerThatTheBotIsNotInIsLeftForLater() {
        sync.bring(KEY, List.of(video("Makes a clip.")), false, Optional.empty());

        assertThat(store.get(KEY)).isEmpty();
    }

    @Test
    void whatDiscordFillsInOrOrdersItsOwnWayIsNoChange() {
        CommandData ours = video("Makes a clip.");
        DataObject answered = DataObject.fromJson(ours.toData().toJson())
                .put("contexts", List.of("1", "0"))
                .put("name_localizations", null)
                .put("nsfw", false);

        assertThat(NormalForm.of(List.of(CommandData.fromData(answered)), true)).isEqualTo(NormalForm.of(List.of(ours), true));
    }

    private static CommandData video(String description) {
        return Commands.slash("video", description).addOption(OptionType.INTEGER, "duration", "How long.");
    }

    private void bring(CommandData... commands) {
        sync.bring(KEY, List.of(commands), true, Optional.of(shelf));
    }

    private static final class Shelf implements CommandShelf {
        private List<CommandData> commands = new ArrayList<>();
        private @Nullable ErrorResponse refusal;
        private int reads;
        private int writes;

        @Override
        public List<CommandData> read() {
            reads++;
            refuse();
            return commands;
        }

        @Override
        public void replace(List<CommandData> others) {
            refuse();
            writes++;
            commands = others;
        }

        private void refuse() {
            if (refusal != null) {
                throw Doubles.refusal(refusal);
            }
        }
    }
}
