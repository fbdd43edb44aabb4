package org.spoolbot.discord.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.event.TokenConflictEvent;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.PlatformHealth.State;
import org.spoolbot.discord.fake.Channel;
import org.spoolbot.discord.fake.FakeDiscord;
import org.spoolbot.discord.fake.Guild;
import org.spoolbot.discord.fake.Interaction;
import org.spoolbot.discord.fake.Keyboard;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.RecordingInbox;

class HearingTroubleTest {
    private static final String CALLBACK = "POST /interactions/{}/{}/callback";
    private static final Map<String, String> KITE = Map.of("prompt", "a red kite");
    private static final CommandSpec VIDEO = CommandSpec.of(
            "video", "command.video", List.of(OptionSpec.named("prompt", "option.prompt", OptionSpec.Type.TEXT)));

    private final FakeDiscord discord = FakeDiscord.start(InstantSource.system());
    private final Guild guild = discord.world().guild("kites");
    private final Channel general = guild.general();
    private final Keyboard keyboard = discord.person("ada").in(general);
    private final MemoryStore store = new MemoryStore();
    private final RecordingInbox inbox = new RecordingInbox(List.of(VIDEO));
    private HearingBot bot = HearingBot.connected(discord, store, inbox);

    @AfterEach
    void everythingWasSaidAsDiscordDescribesIt() {
        bot.close();
        discord.close();
        assertThat(discord.violations().all()).isEmpty();
    }

    @Test
    void whatAnotherProcessAcknowledgedIsNotMadeTwice() {
        discord.faults().error(CALLBACK, 400, 40060, "Interaction has already been acknowledged.", 1);
        keyboard.slash("video", KITE);
        await().atMost(HearingBot.PATIENCE).until(() -> !bot.events.fired().isEmpty());

        assertThat(bot.events.fired()).hasOnlyElementsOfType(TokenConflictEvent.class);
        assertThat(bot.state.health().state()).isEqualTo(State.DOWN);
        keyboard.slash("video", Map.of("prompt", "a blue kite"));
        assertThat(bot.heard(Inbound.Invocation.class).options()).containsEntry("prompt", "a blue kite");
    }

    @Test
    void anUnknownInteractionThatIsFreshIsAConflictToo() {
        discord.faults().error(CALLBACK, 404, 10062, "Unknown interaction", 1);
        keyboard.slash("video", KITE);

        await().atMost(HearingBot.PATIENCE).until(() -> !bot.events.fired().isEmpty());
        assertThat(inbox.received()).isEmpty();
    }

    @Test
    void aServerErrorMakesNothingOfTheRequestAndRaisesNoAlarm() {
        discord.faults().status(CALLBACK, 500, 1);
        keyboard.slash("video", KITE);
        discord.traffic().await(CALLBACK, 1);
        keyboard.slash("video", Map.of("prompt", "a blue kite"));

        assertThat(bot.heard(Inbound.Invocation.class).options()).containsEntry("prompt", "a blue kite");
        assertThat(bot.events.fired()).isEmpty();
    }

    @Test
    void aFullServerSaysSoInPlaceOfThinking() {
        inbox.busy(true);
        Interaction call = keyboard.slash("video", KITE);

        assertThat(call.original().text()).contains("command.busy");
        assertThat(call.original().ephemeral()).isTrue();
    }

    @Test
    void aFullServerAnswersAMentionToo() {
        inbox.busy(true);
        keyboard.say("<@" + discord.world().bot().id() + "> fly");

        assertThat(general.await(message -> message.text().contains("command.busy")).ephemeral()).isFalse();
    }

    @Test
    void aRestartWithoutAChangeRegistersNothing() {
        assertThat(discord.world().commandWrites()).isEqualTo(1);
        bot.close();
        bot = HearingBot.connected(discord, store, inbox);
        bot.close();

        bot = HearingBot.connected(discord, new MemoryStore(), inbox);
        assertThat(discord.world().commandWrites()).isEqualTo(1);
    }

    @Test
    void anotherCommandIsRegisteredAtTheNextStart() {
        bot.close();
        bot = HearingBot.connected(discord, store, new RecordingInbox(List.of(VIDEO, CommandSpec.of("help", "command.help", List.of()))));

        await().atMost(HearingBot.PATIENCE).until(() -> discord.world().commands().size() == 2);
        assertThat(discord.world().commandWrites()).isEqualTo(2);
    }

    @Test
    void commandsForOneServerAreThereAndNowhereElseAndMoveWhenTheSettingsDo() {
        bot.close();
        bot = HearingBot.connected(discord, store, inbox, List.of(guild.id()));
        await().atMost(HearingBot.PATIENCE).until(() -> discord.world().commands().isEmpty());
        assertThat(discord.world().commands(guild)).hasSize(1);

        bot.close();
        bot = HearingBot.connected(discord, store, inbox);
        await().atMost(HearingBot.PATIENCE).until(() -> discord.world().commands(guild).isEmpty());
        assertThat(discord.world().commands()).hasSize(1);
    }

    @Test
    void aServerThatTheBotMayNotRegisterInKeepsTheCommandsThatItHad() {
        discord.faults().error("PUT /applications/{}/guilds/{}/commands", 403, 50001, "Missing Access", 1);
        bot.close();
        bot = HearingBot.connected(discord, store, inbox, List.of(guild.id()));
        keyboard.say("<@" + discord.world().bot().id() + "> fly");

        assertThat(bot.heard(Inbound.TextInput.class).text()).isEqualTo("fly");
        assertThat(discord.world().commands()).hasSize(1);
    }

    @Test
    void aCommandDuringAReconnectIsHeard() {
        discord.gateway().reset();
        discord.gateway().awaitResumes(1);
        keyboard.slash("video", KITE);

        assertThat(bot.heard(Inbound.Invocation.class).options()).isEqualTo(KITE);
    }

    @Test
    void anInteractionThatDiscordTellsTwiceBecomesOneRequestAndNoAlarm() {
        Interaction call = keyboard.slash("video", KITE);
        bot.heard(1);
        call.tellAgain();
        keyboard.slash("video", Map.of("prompt", "a blue kite"));

        assertThat(bot.heard(2)).hasSize(2).doesNotHaveDuplicates();
        assertThat(bot.events.fired()).isEmpty();
    }

    @Test
    void anAcknowledgementWhoseAnswerIsLostIsNotTakenForAnotherProcessAndTheMemberIsAskedToTryAgain() {
        keyboard.slash("video", KITE);
        bot.heard(1);
        discord.faults().loseAnswer(CALLBACK, 1);
        assertThat(keyboard.slash("video", KITE).original().text()).contains("discord.try-again");
        keyboard.slash("video", Map.of("prompt", "a blue kite"));

        Inbound.Invocation heard = (Inbound.Invocation) bot.heard(2).getLast();
        assertThat(heard.options()).containsEntry("prompt", "a blue kite");
        assertThat(bot.events.fired()).isEmpty();
    }
}
