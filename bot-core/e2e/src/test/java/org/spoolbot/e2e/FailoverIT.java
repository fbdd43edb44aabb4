package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two gateways that cost money, the first of which fails: the clip comes where that is safe, nobody pays twice, the owner sees why. */
class FailoverIT {
    private static final String[] QUICK = {"--canned", "--queue-time", "0.1", "--render-time", "0.2"};
    /** Still at it when it dies. */
    private static final String[] SLOW = {"--canned", "--render-time", "60"};
    private static final String ASK = " --duration 4 --resolution 480p --now";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            429 | {"error":{"code":"RateLimitExceeded.EndpointRPMExceeded","message":"slow down"}}          | RATE_LIMIT
            402 | {"error":{"code":"insufficient_user_quota","message":"no money left"}}                    | NO_CREDIT
            401 | {"error":{"code":"AuthenticationError","message":"the key is wrong"}}                     | AUTH
            503 | {"error":{"code":"model_not_found","message":"no available channel for this model"}}      | ROUTE_MISCONFIGURED
            """)
    void whatTheFirstRefusesTheSecondMakes(int status, String body, String kind) throws Exception {
        try (Refuser first = Refuser.answering(status, body)) {
            clipComesFromTheSecond(first.address(Ark.PATH), kind);

            assertThat(first.orders()).as("paid calls to the first, of two clips").isEqualTo(1);
        }
    }

    @Test
    void aGatewayThatNobodyReachesCostsNoClip() throws Exception {
        clipComesFromTheSecond(URI.create("http://127.0.0.1:" + Server.freePort() + Ark.PATH), "UPSTREAM");
    }

    @Test
    void anOrderThatHangsIsNotMadeElsewhereAndLaterOrdersAre() throws Exception {
        try (Refuser first = Refuser.silent();
                Sandbox sandbox = Sandbox.start(QUICK);
                Gate second = Gate.before(sandbox);
                Server server = Server.start(home(first.address(Ark.PATH), second));
                Chat owner = Chat.joinAsAdmin(server, "root");
                Chat chat = Chat.join(server, "ada")) {
            chat.say("/video first light" + ASK);
            Awaitility.await("the order hangs").atMost(Chat.PATIENCE).until(() -> first.orders() == 1);
            owner.ask("/admin providers off first hangs", message -> message.words().contains("hangs"));

            Utterance other = Chat.join(server, "bob").ask("/video second sight" + ASK, Utterance::hasClip);
            first.hangUp();
            chat.await("that nobody knows", message -> message.words().contains("nobody knows"));

            assertThat(other.hasClip()).isTrue();
            assertThat(first.orders()).isEqualTo(1);
            assertThat(second.created()).hasSize(1).allSatisfy(body -> assertThat(Ark.prompt(body)).contains("second sight"));
            assertThat(owner.ask("/admin providers show first", message -> message.words().contains("SUBMIT_AMBIGUOUS")).words())
                    .contains("switched off by");
        }
    }

    @Test
    void aGatewayThatDiesWhileItMakesAClipIsNotPaidAnewAndLaterClipsComeFromTheOther() throws Exception {
        try (Sandbox dying = Sandbox.start(SLOW);
                Gate first = Gate.before(dying);
                Sandbox sandbox = Sandbox.start(QUICK);
                Gate second = Gate.before(sandbox);
                Server server = Server.start(home(first.address(Ark.PATH), second));
                Chat owner = Chat.joinAsAdmin(server, "root");
                Chat chat = Chat.join(server, "ada")) {
            first.barriers().close(Gate.Stage.POLL);
            chat.say("/video first light" + ASK);
            Awaitility.await("the first took it").atMost(Chat.PATIENCE).until(() -> first.created().size() == 1);
            dying.process().kill();
            first.close();

            owner.ask("/admin providers off first", message -> message.words().contains("switched off"));
            try (Chat bob = Chat.join(server, "bob")) {
                bob.ask("/video second sight" + ASK, Utterance::hasClip);
            }

            assertThat(second.created()).hasSize(1).allSatisfy(body -> assertThat(Ark.prompt(body)).contains("second sight"));
            assertThat(owner.ask("/admin jobs list", message -> message.words().contains("first light")).words())
                    .contains("being made");
        }
    }

    private void clipComesFromTheSecond(URI first, String kind) throws Exception {
        try (Sandbox sandbox = Sandbox.start(QUICK);
                Gate second = Gate.before(sandbox);
                Server server = Server.start(home(first, second));
                Chat owner = Chat.joinAsAdmin(server, "root");
                Chat chat = Chat.join(server, "ada")) {
            chat.ask("/video first light" + ASK, Utterance::hasClip);
            assertThat(second.created()).hasSize(1);

            Utterance seen = owner.ask("/admin providers show first", message -> message.words().contains(kind));
            assertThat(seen.offers("Switch first off")).isTrue();
            try (Books books = Books.open(server.database())) {
                assertThat(books.jobs("provider = 'second' AND status = 'SUCCEEDED'")).isEqualTo(1);
                assertThat(books.discrepancies()).isEmpty();
            }
            try (Chat bob = Chat.join(server, "bob")) {
                bob.ask("/video second sight" + ASK, Utterance::hasClip);
            }
            assertThat(second.created()).hasSize(2);
        }
    }

    private Home home(URI first, Gate second) throws Exception {
        return Home.open(folder.resolve("home")).withTwoGateways(first, second.address(Ark.PATH)).askingEverySecond();
    }
}
