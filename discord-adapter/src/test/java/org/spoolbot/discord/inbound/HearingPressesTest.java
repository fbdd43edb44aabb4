package org.spoolbot.discord.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.discord.fake.Channel;
import org.spoolbot.discord.fake.FakeDiscord;
import org.spoolbot.discord.fake.Interaction;
import org.spoolbot.discord.fake.Keyboard;
import org.spoolbot.discord.fake.Message;
import org.spoolbot.discord.fake.Person;
import org.spoolbot.discord.fake.PickedFile;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.RecordingInbox;

class HearingPressesTest {
    private static final String REMIX = "v1:remix:k7";
    private static final Button DELETE = Button.danger("v1:delete:k7", "Delete");
    private static final Control.Form FORM = new Control.Form(
            "Remix",
            "Go",
            List.of(
                    new Control.TextField("prompt", "Prompt", "a red kite", true, 2_000),
                    new Control.FileField("more", "More pictures", 10)));

    private final FakeDiscord discord = FakeDiscord.start(InstantSource.system());
    private final Channel general = discord.world().guild("kites").general();
    private final Person ada = discord.person("ada");
    private final Keyboard keyboard = ada.in(general);
    private final MemoryStore store = new MemoryStore();
    private final RecordingInbox inbox = new RecordingInbox(List.of());
    private HearingBot bot = HearingBot.connected(discord, store, inbox);

    @AfterEach
    void everythingWasSaidAsDiscordDescribesIt() {
        bot.close();
        discord.close();
        assertThat(discord.violations().all()).isEmpty();
    }

    @Test
    void aPressIsAcknowledgedSilentlyAndSaysUnderWhichMessage() {
        Message card = bot.post(general, DELETE);
        Interaction press = keyboard.press(card, "v1:delete:k7");
        assertThat(press.acknowledgement().type()).isEqualTo(6);

        Inbound.Action heard = bot.heard(Inbound.Action.class);
        assertThat(heard.actionId()).isEqualTo("v1:delete:k7");
        assertThat(heard.messageId()).isEqualTo(card.id());
        assertThat(bot.hooks.ofMessage(card.id()).orElseThrow().target(card.id())).isEqualTo("@original");
        assertThat(bot.hooks.takeOriginal(press.id())).isFalse();
    }

    @Test
    void aButtonWorksAfterARestart() {
        Message card = bot.post(general, DELETE);
        bot.close();
        bot = HearingBot.connected(discord, store, inbox);

        keyboard.press(card, "v1:delete:k7");
        assertThat(bot.heard(Inbound.Action.class).actionId()).isEqualTo("v1:delete:k7");
    }

    @Test
    void aPressByAStrangerIsHandedOnWithTheStrangersNameSoThatTheServerCanRefuseIt() {
        Message card = bot.post(general, DELETE);
        Person eve = discord.person("eve");
        eve.in(general).press(card, "v1:delete:k7");

        assertThat(bot.heard(Inbound.Action.class).origin().account()).isEqualTo(new Account("discord", eve.user().id()));
    }

    @Test
    void aChoiceInAMenuComesUnderTheMenusName() {
        Message card = bot.post(
                general, StringSelectMenu.create("v1:ratio:k7").addOption("wide", "16:9").addOption("tall", "9:16").build());
        keyboard.choose(card, "v1:ratio:k7", "9:16");

        assertThat(bot.heard(Inbound.Action.class).values()).isEqualTo(Map.of("v1:ratio:k7", List.of("9:16")));
    }

    @Test
    void aButtonThatAsksOpensItsFormAndTheAnswerComesAsOnePress() {
        inbox.form(REMIX, FORM);
        Message card = bot.post(general, Button.primary(REMIX, "Remix"));
        Interaction press = keyboard.press(card, REMIX);
        assertThat(press.modal().path("custom_id").asText()).isEqualTo(REMIX);

        Interaction answer = keyboard.submit(press, Map.of("prompt", "a blue kite", "more", List.of(PickedFile.picture("k.png"))));
        assertThat(answer.acknowledgement().type()).isEqualTo(6);
        Inbound.Action heard = bot.heard(Inbound.Action.class);
        assertThat(heard.actionId()).isEqualTo(REMIX);
        assertThat(heard.messageId()).isEqualTo(card.id());
        assertThat(heard.values()).containsEntry("prompt", List.of("a blue kite"));
        assertThat(heard.uploads()).extracting(Upload::name).containsExactly("k.png");
        assertThat(inbox.received()).hasSize(1);
    }

    @Test
    void aFormThatCannotBeMadeInTimeIsAskedForAgainInsteadOfFailingSilently() {
        CountDownLatch release = new CountDownLatch(1);
        inbox.slowForms(release);
        Message card = bot.post(general, Button.primary(REMIX, "Remix"));
        Interaction press = keyboard.press(card, REMIX);

        assertThat(press.acknowledgement().type()).isEqualTo(5);
        assertThat(press.original().text()).contains("discord.press-again");
        assertThat(press.original().ephemeral()).isTrue();
        assertThat(inbox.received()).isEmpty();
        release.countDown();
    }

    @Test
    void aFullServerSaysSoUnderThePress() {
        Message card = bot.post(general, DELETE);
        inbox.busy(true);
        Interaction press = keyboard.press(card, "v1:delete:k7");

        assertThat(press.followUps(1).getFirst().text()).contains("command.busy");
        assertThat(press.followUps(1).getFirst().ephemeral()).isTrue();
    }
}
