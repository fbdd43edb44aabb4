package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.Kind;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.telegram.fake.Press;
import org.spoolbot.telegram.fake.Seat;

/** What a person on Telegram can do alone with the bot, and what depends on who they are. */
class TelegramMembersIT {
    @TempDir
    static Path folder;

    private static Telegram telegram;
    private static Sandbox sandbox;
    private static Gate gate;
    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        telegram = new Telegram();
        sandbox = Sandbox.start("--canned", "--queue-time", "0.1", "--render-time", "0.2");
        gate = Gate.before(sandbox);
        server = telegram.start(new Home(folder.resolve("home")).withSandboxAt(gate.address(Ark.PATH)));
    }

    @AfterAll
    static void stopWithNothingSaidThatTelegramDoesNotKnow() throws Exception {
        assertThat(server.stop()).isZero();
        gate.close();
        sandbox.close();
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
    void thePicturesOfAnAlbumGoIntoTheClipThatItsCaptionAsksFor() throws Exception {
        Chat club = telegram.fake().world().supergroup("Album club", telegram.person("Alba"));
        // With privacy mode on, Telegram shows the bot only the picture with the caption.
        telegram.fake().world().privacyMode(false);
        Seat alba = telegram.person("Alba").in(club);

        Posted asked = alba.album(
                        "/video@spoolbot @image1 melts into @image2 --duration 4 --resolution 480p",
                        Media.photo(Samples.photo(640, 480, 1)),
                        Media.photo(Samples.photo(640, 480, 2)))
                .getFirst();
        Posted card = Telegram.answer(asked, message -> Telegram.offers(message, "Generate"));
        telegram.fake().world().privacyMode(true);
        Telegram.tap(alba, card, "Generate");
        Telegram.awaitClip(club, 0);

        List<String> orders = gate.created().stream().filter(order -> order.contains("melts into")).toList();
        assertThat(orders).hasSize(1);
        assertThat(orders.getFirst().split("data:image/jpeg;base64,")).as("pictures in the order").hasSize(3);
        assertThat(club.fromBot()).filteredOn(message -> Telegram.offers(message, "Generate")).as("one card").isEmpty();
    }

    @Test
    void aPictureThatAnswersTheCardIsHeardInAGroupThatHidesTheRestFromBots() throws Exception {
        Chat club = telegram.fake().world().supergroup("Quiet club", telegram.person("Uma"), telegram.person("Eve"));
        Seat uma = telegram.person("Uma").in(club);
        Posted card = Telegram.answer(uma.says("/video @image1 flies"), message -> message.text().contains("flies"));
        assertThat(Telegram.offers(card, "Generate")).as("before the picture is there").isFalse();

        telegram.person("Eve").in(club).sends(Media.photo(Samples.photo(640, 480, 2)), "nobody's business");
        Posted picture = uma.replies(card, Media.photo(Samples.photo(640, 480, 1)), "");

        Posted whole = Telegram.answer(picture, message -> Telegram.offers(message, "Generate"));
        assertThat(whole.text()).contains("1 picture");
        assertThat(whole.kind()).as("the card shows it").contains(Kind.PHOTO);
    }

    @Test
    void aClipIsRemixedByAReplyContinuedByAWordAndDeletedByItsMakerAlone() throws Exception {
        Chat club = telegram.fake().world().supergroup("Remix club", telegram.person("Rita"), telegram.person("Mo"));
        Seat rita = telegram.person("Rita").in(club);
        rita.says("/video a lantern in the fog --duration 4 --resolution 480p --now");
        Posted clip = Telegram.awaitClip(club, 0);

        Telegram.tap(rita, clip, "Remix");
        Posted question = Telegram.answer(clip, Posted::asksForReply);
        assertThat(question.text()).as("what stands there now").contains("a lantern in the fog");
        Posted words = rita.replies(question, "a candle in the rain");
        Posted remix = Telegram.answer(words, message -> Telegram.offers(message, "Generate"));
        assertThat(remix.text()).contains("a candle in the rain").doesNotContain("lantern");

        Posted wish = rita.replies(clip, "continue");
        Telegram.answer(wish, message -> message.text().contains("begins with the last picture"));

        keepsOthersOut(clip);
        telegram.person("Rita").privately().starts();
        Telegram.tap(rita, clip, "Delete");
        Posted sure = telegram.person("Rita").privateChat().await(message -> Telegram.offers(message, "Delete for good"), Telegram.PATIENCE);
        Telegram.tap(telegram.person("Rita").privately(), sure, "Delete for good");
        Awaitility.await("the clip is gone").atMost(Telegram.PATIENCE).until(() -> Telegram.clips(club).isEmpty());
    }

    private static void keepsOthersOut(Posted clip) {
        Person mo = telegram.person("Mo");
        mo.privately().starts();

        Press press = Telegram.tap(mo.in(clip.chat()), clip, "Delete");

        Posted refusal = mo.privateChat().await(message -> message.text().contains("only") || message.text().contains("Only"), Telegram.PATIENCE);
        assertThat(press.isAnswered()).isTrue();
        assertThat(refusal.labels()).as("a way to delete it").isEmpty();
        assertThat(Telegram.clips(clip.chat())).hasSize(1);
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
