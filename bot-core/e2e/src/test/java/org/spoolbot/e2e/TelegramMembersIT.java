package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.telegram.fake.Seat;

/** What a person on Telegram can do alone with the bot, and what depends on who they are. */
class TelegramMembersIT {
    @TempDir
    static Path folder;

    private static Telegram telegram;
    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        telegram = new Telegram();
        server = telegram.start(new Home(folder.resolve("home")));
    }

    @AfterAll
    static void stopWithNothingSaidThatTelegramDoesNotKnow() throws Exception {
        assertThat(server.stop()).isZero();
        telegram.close();
        assertThat(telegram.fake().violations().all()).isEmpty();
    }

    @Test
    void wordsAPictureAndASoundBecomeAClipInAPrivateChat() throws Exception {
        Person ada = telegram.person("Ada");
        Seat alone = ada.privately();
        Posted question = Telegram.answer(alone.says("/video"), message -> !message.text().isEmpty());
        assertThat(Telegram.offers(question, "Generate")).as("nothing to generate yet").isFalse();

        alone.says("a dancing fox");
        alone.sends(Media.photo(Samples.photo(640, 480, 1)), "");
        byte[] steps = Files.readAllBytes(Samples.silence(folder, "steps.wav", 3));
        alone.sends(Media.audio(steps, "steps.wav", 3), "");
        Posted card = ada.privateChat().await(
                message -> Telegram.offers(message, "Generate") && message.text().contains("1 picture, 1 sound"), Telegram.PATIENCE);
        assertThat(card.text()).contains("a dancing fox");
        Telegram.tap(alone, card, "Generate");

        Posted clip = Telegram.awaitClip(ada.privateChat(), 0);
        assertThat(clip.json().path("video").path("duration").asInt()).isPositive();
    }

    @Test
    void whoeverHasAGermanAppGetsCardProgressAndClipInGerman() {
        Person greta = telegram.person("Greta").speaks("de");
        Posted clip = Telegram.answer(greta.privately().says("/video ein roter Drachen --duration 4 --resolution 480p --now"), Telegram::isClip);

        assertThat(clip.text()).contains("Dein Clip ist fertig");
        assertThat(clip.labels()).contains("Löschen");
    }

    @Test
    void whatOneHasLeftIsToldInPrivateAndTheGroupSeesOnlyTheWayThere() {
        Person eve = telegram.person("Eve");
        Posted asked = eve.in(telegram.group()).says("/quota@spoolbot");

        Posted invitation = Telegram.answer(asked, message -> message.json().toString().contains("t.me/spoolbot?start="));
        assertThat(invitation.text()).as("what is nobody else's business").doesNotContain("left");

        eve.privately().starts("hi");
        assertThat(invitation.text()).as("an address to type").doesNotContain("t.me");
        Posted again = eve.in(telegram.group()).says("/quota@spoolbot");
        eve.privateChat().await(message -> message.text().contains("left"), Telegram.PATIENCE);
        assertThat(again.chat().fromBot()).filteredOn(message -> message.text().contains("of 2 left")).isEmpty();
    }

    @Test
    void whoAdministersTheGroupAdministersTheBotThereAndNobodyElseDoes() {
        Chat club = telegram.fake().world().supergroup("Lantern club", telegram.person("Grace"), telegram.person("Mallory"));
        club.promote(telegram.person("Grace"), "can_manage_chat", "can_restrict_members", "can_change_info");
        Person mallory = telegram.person("Mallory");
        mallory.privately().starts();
        telegram.person("Grace").privately().starts();

        telegram.person("Grace").in(club).says("/admin@spoolbot quota show me");
        telegram.person("Grace").privateChat().await(message -> message.text().contains("has left"), Telegram.PATIENCE);
        mallory.in(club).says("/admin@spoolbot quota show me");

        Posted refusal = mallory.privateChat().await(message -> message.text().contains("not allowed"), Telegram.PATIENCE);
        assertThat(refusal.text()).contains("admin");
    }

    @Test
    void whoAdministersBehindTheGroupsNameIsToldHowToBeAnsweredAndTheGroupSeesNoAnswer() {
        Chat club = telegram.fake().world().supergroup("Mask club", telegram.person("Grace"));

        Posted asked = club.anonymousAdmin().says("/admin@spoolbot chat set spoiler always");
        Telegram.answer(asked, message -> message.text().contains("Remain anonymous"));
        Posted refused = club.anonymousAdmin().says("/admin@spoolbot providers list");
        Telegram.answer(refused, message -> message.text().contains("Remain anonymous"));

        assertThat(club.fromBot()).as("nothing but the word").hasSize(2).allSatisfy(message ->
                assertThat(message.keyboard().getFirst()).extracting(Posted.Button::url).containsExactly("https://t.me/spoolbot?start=hi"));
    }

    @Test
    void somebodyElsesCardCannotBePressed() {
        Seat ada = telegram.person("Iris").in(telegram.group());
        telegram.person("Jack").privately().starts();
        Posted card = Telegram.answer(ada.says("/video a silver moth"), message -> message.text().contains("a silver moth"));

        Telegram.tap(telegram.person("Jack").in(telegram.group()), card, "Generate");

        Posted refusal = telegram.person("Jack").privateChat().await(message -> message.text().contains("not yours"), Telegram.PATIENCE);
        assertThat(refusal.labels()).isEmpty();
        assertThat(Telegram.offers(card, "Generate")).as("Iris's card still stands").isTrue();
        assertThat(Telegram.clips(telegram.group())).isEmpty();
    }
}
