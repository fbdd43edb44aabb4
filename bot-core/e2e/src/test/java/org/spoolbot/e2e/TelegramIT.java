package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.telegram.fake.Call;
import org.spoolbot.telegram.fake.Fault;
import org.spoolbot.telegram.fake.Faults;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.telegram.fake.Seat;

/** What a group on Telegram has of the assembled server, with the real client library against a Bot API of our own. */
class TelegramIT {
    private static final String NOW = " --duration 4 --resolution 480p --now";

    private final Telegram telegram = new Telegram();

    @TempDir
    Path folder;

    @AfterEach
    void nothingWasAskedThatTelegramDoesNotKnow() {
        telegram.close();
        assertThat(telegram.fake().violations().all()).isEmpty();
    }

    private Posted clip(Seat seat, String prompt) {
        int before = Telegram.clips(telegram.group()).size();
        seat.says("/video " + prompt + NOW);
        return Telegram.awaitClip(telegram.group(), before);
    }

    @Test
    void aMemberOfAGroupGetsACardAMenuAndTheClipAsAReply() throws Exception {
        try (Sandbox sandbox = Sandbox.start("--queue-time", "0.1", "--render-time", "0.2");
                Gate gate = Gate.before(sandbox);
                Server server = telegram.start(new Home(folder.resolve("home")).withSandboxAt(gate.address(Ark.PATH)))) {
            Seat ada = telegram.seat("Ada");
            gate.barriers().close(Gate.Stage.POLL);

            Posted asked = ada.says("/video a red kite");
            Posted card = Telegram.answer(asked, message -> Telegram.offers(message, "Generate"));
            assertThat(card.repliesTo()).hasValue(asked.id());
            assertThat(card.text()).contains("a red kite");
            choose(ada, card);

            Telegram.tap(ada, card, "Generate");
            card.await(message -> Telegram.offers(message, "Cancel") && !Telegram.offers(message, "Generate"), Telegram.PATIENCE);
            gate.barriers().openAll();
            Posted clip = Telegram.awaitClip(telegram.group(), 0);

            looksLikeAClip(clip, asked);
            assertThat(gate.created().getFirst()).as("what was chosen").contains("\"480p\"");
            onlyTheClipStays(clip);
            assertThat(server.stop()).isZero();
        }
    }

    private void onlyTheClipStays(Posted clip) {
        Awaitility.await("one message of the job stays").atMost(Telegram.PATIENCE).untilAsserted(() ->
                assertThat(telegram.group().fromBot()).extracting(Posted::id).containsExactly(clip.id()));
    }

    @Test
    void aClipThatIsMadeAtOnceShowsHowFarItIsInTheAnswerAndLeavesNoWordBesideItself() throws Exception {
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "0.1", "--render-time", "0.2");
                Gate gate = Gate.before(sandbox);
                Server server = telegram.start(new Home(folder.resolve("home")).withSandboxAt(gate.address(Ark.PATH)))) {
            gate.barriers().close(Gate.Stage.POLL);
            Posted asked = telegram.seat("Ada").says("/video a paper boat" + NOW);
            Posted answer = Telegram.answer(asked, message -> Telegram.offers(message, "Cancel"));
            assertThat(answer.repliesTo()).hasValue(asked.id());
            assertThat(telegram.group().fromBot()).as("while it is made").hasSize(1);

            gate.barriers().openAll();

            onlyTheClipStays(Telegram.awaitClip(telegram.group(), 0));
            assertThat(server.stop()).isZero();
        }
    }

    @Test
    void anOrderWhoseAnswerACrashCutOffIsNeitherAnsweredNorMadeTwice() throws Exception {
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "0.1", "--render-time", "0.2");
                Gate gate = Gate.before(sandbox);
                Faults.Hold answer = telegram.fake().faults().hold("sendMessage")) {
            Home home = new Home(folder.resolve("home")).withSandboxAt(gate.address(Ark.PATH));
            gate.barriers().close(Gate.Stage.POLL);
            telegram.fake().faults().next("sendMessage", 2, Fault.dropsBefore());
            try (Server server = telegram.start(home)) {
                telegram.seat("Ada").says("/video a paper boat" + NOW);
                assertThat(answer.awaitWaiting(1, Telegram.PATIENCE)).isTrue();
                gate.barriers().awaitWaiting(Gate.Stage.POLL, 1, Telegram.PATIENCE);
                server.kill();
            }
            answer.release();
            gate.barriers().turnAway();
            try (Server server = telegram.start(home)) {
                onlyTheClipStays(Telegram.awaitClip(telegram.group(), 0));
                assertThat(telegram.fake().updates().awaitAllConfirmed(Telegram.PATIENCE)).isTrue();
                assertThat(telegram.words()).noneMatch(word -> word.contains("On its way") || word.contains("Generate"));
                assertThat(gate.created()).hasSize(1);
                assertThat(server.stop()).isZero();
            }
        }
    }

    private static void choose(Seat ada, Posted card) {
        open(ada, card, "Size", "480p");
        take(ada, card, "Size", "480p");
    }

    private static void open(Seat seat, Posted card, String menu, String option) {
        Telegram.tap(seat, card, menu);
        card.await(message -> Telegram.offers(message, option) && !Telegram.offers(message, "Generate"), Telegram.PATIENCE);
    }

    private static void take(Seat seat, Posted card, String menu, String option) {
        Telegram.tap(seat, card, option);
        card.await(message -> Telegram.offers(message, "Generate") && message.button(menu).label().contains(option), Telegram.PATIENCE);
    }

    private void looksLikeAClip(Posted clip, Posted asked) {
        Call sent = telegram.fake().calls().of("sendVideo").getLast();
        JsonNode video = clip.json().path("video");
        assertThat(clip.repliesTo()).hasValue(asked.id());
        assertThat(video.path("width").asInt()).isGreaterThan(video.path("height").asInt()).isGreaterThan(100);
        assertThat(video.path("duration").asInt()).isBetween(4, 6);
        assertThat(sent.text("supports_streaming")).isEqualTo("true");
        assertThat(sent.files()).as("the clip and a picture of it").hasSize(2);
        assertThat(sent.files()).filteredOn(file -> file.name().endsWith(".jpg")).allMatch(file -> file.size() < 200_000).hasSize(1);
        assertThat(clip.json().path("caption_entities").findValuesAsText("id"))
                .as("who is called")
                .contains(Long.toString(telegram.person("Ada").id()));
        assertThat(clip.labels()).containsExactly("Again", "Remix", "Extend", "Info", "Delete");
    }

    @Test
    void aServerThatIsKilledInTheMiddleBringsEachClipOnceAndKnowsItsOldButtonsAndMenus() throws Exception {
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "0.1", "--render-time", "0.2");
                Gate gate = Gate.before(sandbox)) {
            Home home = new Home(folder.resolve("home")).withSandboxAt(gate.address(Ark.PATH));
            Seat ada = telegram.seat("Ada");
            Seat eve = telegram.seat("Eve");
            Posted bell;
            try (Server server = telegram.start(home)) {
                clip(ada, "yesterday's lantern");
                bell = Telegram.answer(eve.says("/video a glass bell"), message -> Telegram.offers(message, "Generate"));
                open(eve, bell, "Size", "480p");
                gate.barriers().close(Gate.Stage.POLL);
                ada.says("/video a paper boat" + NOW);
                gate.barriers().awaitWaiting(Gate.Stage.POLL, 1, Telegram.PATIENCE);
                server.kill();
            }
            gate.barriers().turnAway();
            telegram.seat("Grace").says("/video a tin drum" + NOW);
            try (Server server = telegram.start(home)) {
                Telegram.awaitClip(telegram.group(), 2);
                Posted old = Telegram.clips(telegram.group()).getFirst();

                Telegram.tap(ada, old, "Again");
                Posted card = Telegram.answer(old, message -> Telegram.offers(message, "Generate"));

                assertThat(card.text()).contains("yesterday's lantern");
                take(eve, bell, "Size", "480p");
                open(eve, bell, "Length", "4 s");
                take(eve, bell, "Length", "4 s");
                assertThat(telegram.fake().updates().awaitAllConfirmed(Telegram.PATIENCE)).isTrue();
                assertThat(Telegram.clips(telegram.group())).as("each clip once").hasSize(3);
                assertThat(gate.created()).as("each clip paid once").hasSize(3);
                assertThat(server.stop()).isZero();
            }
        }
    }

    @Test
    void aClipOfWhichNobodyKnowsWhetherItArrivedIsNotSentAgainUnasked() throws Exception {
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "0.1", "--render-time", "0.2");
                Gate gate = Gate.before(sandbox);
                Faults.Hold upload = telegram.fake().faults().hold("sendVideo")) {
            Home home = new Home(folder.resolve("home")).withSandboxAt(gate.address(Ark.PATH));
            Seat ada = telegram.seat("Ada");
            try (Server server = telegram.start(home)) {
                ada.says("/video a paper crane" + NOW);
                assertThat(upload.awaitWaiting(1, Telegram.PATIENCE)).isTrue();
                server.kill();
            }
            upload.release();
            Telegram.awaitClip(telegram.group(), 0);
            try (Server server = telegram.start(home)) {
                Posted question = telegram.group().await(message -> Telegram.offers(message, "Send again"), Telegram.PATIENCE);
                assertThat(Telegram.clips(telegram.group())).as("sent by itself").hasSize(1);

                Telegram.tap(ada, question, "Send again");

                Telegram.awaitClip(telegram.group(), 1);
                assertThat(gate.created()).as("paid once").hasSize(1);
                assertThat(server.stop()).isZero();
            }
        }
    }

    @Test
    void telegramBringsUpdatesToTheServersOwnPortUntilTheOperatorWantsThemFetched() throws Exception {
        Home home = new Home(folder.resolve("home"));
        try (Server server = telegram.startWithWebhook(home)) {
            Posted clip = clip(telegram.seat("Ada"), "a red kite");

            assertThat(clip.labels()).contains("Again");
            assertThat(telegram.fake().updates().polls()).as("polls").isZero();
            assertThat(telegram.fake().updates().awaitAllConfirmed(Telegram.PATIENCE)).isTrue();
            assertThat(statusWithoutSecret(server)).as("whether a stranger learns that something is there").isEqualTo(404);
            assertThat(server.stop()).isZero();
        }
        telegram.seat("Grace").says("/video between two ways" + NOW);
        try (Server server = telegram.start(home)) {
            Telegram.awaitClip(telegram.group(), 1);
            assertThat(telegram.fake().updates().awaitAllConfirmed(Telegram.PATIENCE)).isTrue();
            assertThat(server.stop()).isZero();
        }
    }

    private int statusWithoutSecret(Server server) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest forged = HttpRequest.newBuilder(server.address(telegram.webhook().getPath()))
                    .POST(BodyPublishers.ofString("{\"update_id\":1}"))
                    .build();
            return http.send(forged, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void theTokenIsInNoLogNoFileNoDatabaseAndNoOrder() throws Exception {
        Home home = new Home(folder.resolve("home"));
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "0.1", "--render-time", "0.2");
                Gate gate = Gate.before(sandbox);
                Server server = telegram.start(home.withSandboxAt(gate.address(Ark.PATH)))) {
            telegram.seat("Ada").sends(Media.photo(Samples.photo(640, 480, 1)), "/video @image1 flies" + NOW);
            Telegram.awaitClip(telegram.group(), 0);
            telegram.fake().updates().stealPoll();
            telegram.fake().faults().next("file", Fault.badGateway());
            telegram.seat("Ada").sends(Media.photo(Samples.photo(640, 480, 2)), "/video @image1 does not come" + NOW);
            assertThat(telegram.fake().updates().awaitAllConfirmed(Telegram.PATIENCE)).isTrue();
            assertThat(server.stop()).isZero();
            assertThat(server.output()).doesNotContain(secret());
            assertThat(List.of(gate.created().toString(), gate.authorizations().toString())).noneMatch(text -> text.contains(secret()));
        }

        assertThat(home.filesWith(secret())).isEmpty();
        assertThat(telegram.words()).noneMatch(word -> word.contains(secret()));
    }

    /** The part of the token that is not public: the bot's id is. */
    private String secret() {
        return telegram.fake().token().substring(telegram.fake().token().indexOf(':') + 1);
    }
}
