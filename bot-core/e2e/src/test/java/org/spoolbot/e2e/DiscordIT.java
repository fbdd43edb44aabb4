package org.spoolbot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.discord.fake.Interaction;
import org.spoolbot.discord.fake.Keyboard;
import org.spoolbot.discord.fake.Message;
import org.spoolbot.discord.fake.Permission;

/** What a community on Discord has of the assembled server, with the real client library against a Discord of our own. */
class DiscordIT {
    private static final Map<String, Object> KITE =
            Map.of("prompt", "a red kite over dunes", "duration", 4, "resolution", "480p");

    private final Discord discord = new Discord();

    @TempDir
    Path folder;

    @AfterEach
    void nothingWasSaidThatDiscordDoesNotKnow() {
        discord.close();
        assertThat(discord.fake().violations().all()).isEmpty();
    }

    private static Map<String, Object> now(String prompt) {
        return Map.of("prompt", prompt, "duration", 4, "resolution", "480p", "now", true);
    }

    @Test
    void aMemberGetsACardForThemselvesAndTheClipWhereTheyAskedForIt() throws Exception {
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "0.1", "--render-time", "0.2");
                Gate gate = Gate.before(sandbox);
                Server server = discord.start(new Home(folder.resolve("home")).withSandboxAt(gate.address(Ark.PATH)))) {
            Keyboard ada = discord.keyboard("ada");
            gate.barriers().close(Gate.Stage.POLL);

            Interaction asked = ada.slash("video", KITE);
            Message card = asked.original();
            assertThat(card.ephemeral()).as("nobody else sees the card").isTrue();
            assertThat(card.text()).contains("a red kite over dunes", "480p", "Generate");
            assertThat(card.menus()).as("length, shape, size, model").hasSizeGreaterThanOrEqualTo(3);
            assertThat(discord.channel().messages()).as("said in public").isEmpty();

            Discord.press(ada, card, "Generate");
            Message progress = discord.channel().await(message -> message.buttons().contains("Cancel"));
            assertThat(progress.pings()).isEmpty();
            gate.barriers().openAll();
            Message clip = discord.awaitClip(0);

            assertThat(clip.pings()).as("who is called").containsExactly(discord.fake().person("ada").user().id());
            assertThat(clip.buttons()).containsExactly("Again", "Remix", "Extend", "Info", "Delete");
            assertThat(clip.attachments().getFirst().path("size").asLong()).isGreaterThan(1_000);
            Awaitility.await("only the clip stays").atMost(Chat.PATIENCE).until(() -> discord.channel().messages().size() == 1);
            assertThat(server.stop()).isZero();
        }
    }

    @Test
    void aServerThatIsKilledInTheMiddleStillBringsTheClipOnceAndKnowsItsOldButtons() throws Exception {
        try (Sandbox sandbox = Sandbox.start("--canned", "--queue-time", "0.1", "--render-time", "0.2");
                Gate gate = Gate.before(sandbox)) {
            Home home = new Home(folder.resolve("home")).withSandboxAt(gate.address(Ark.PATH));
            Keyboard ada = discord.keyboard("ada");
            try (Server server = discord.start(home)) {
                ada.slash("video", now("yesterday's lantern"));
                discord.awaitClip(0);
                gate.barriers().close(Gate.Stage.POLL);
                ada.slash("video", now("a paper boat"));
                gate.barriers().awaitWaiting(Gate.Stage.POLL, 1, Chat.PATIENCE);
                server.kill();
            }
            gate.barriers().turnAway();
            try (Server server = discord.start(home)) {
                discord.awaitClip(1);
                Message old = discord.clips().getFirst();

                Message card = Discord.press(ada, old, "Again").followUps(1).getFirst();

                assertThat(card.ephemeral()).isTrue();
                assertThat(card.text()).contains("yesterday's lantern", "Generate");
                assertThat(discord.clips()).as("each clip once").hasSize(2);
                assertThat(gate.created()).as("each clip paid once").hasSize(2);
                assertThat(server.stop()).isZero();
            }
        }
    }

    @Test
    void aClipIsRemixedByAFormContinuedByAReplyAndDeletedByItsMaker() throws Exception {
        try (Server server = discord.start(new Home(folder.resolve("home")))) {
            Keyboard ada = discord.keyboard("ada");
            ada.slash("video", now("a lantern in the fog"));
            Message clip = discord.awaitClip(0);

            Interaction form = Discord.press(ada, clip, "Remix");
            assertThat(form.modal().toString()).as("what stands in the form").contains("a lantern in the fog");
            Message remix = ada.submit(form, Map.of("prompt", "a candle in the rain")).followUps(1).getFirst();
            assertThat(remix.ephemeral()).isTrue();
            assertThat(remix.text()).contains("a candle in the rain", "Generate").doesNotContain("lantern");

            ada.reply(clip, "continue");
            discord.channel().await(message -> message.text().contains("begins with the last picture"));

            keepsOthersOut(clip);
            Message question = Discord.press(ada, clip, "Delete").followUps(1).getFirst();
            Discord.press(ada, question, "Delete for good");
            Awaitility.await("the clip is gone").atMost(Chat.PATIENCE).until(() -> discord.clips().isEmpty());
            assertThat(server.stop()).isZero();
        }
    }

    private void keepsOthersOut(Message clip) {
        Keyboard eve = discord.keyboard("eve");

        Message refusal = Discord.press(eve, clip, "Delete").followUps(1).getFirst();

        assertThat(refusal.ephemeral()).isTrue();
        assertThat(refusal.buttons()).as("a way to delete it").isEmpty();
        assertThat(discord.clips()).hasSize(1);
    }

    @Test
    void whoManagesTheServerAdministersTheBotThereAndNobodyElseDoes() throws Exception {
        try (Server server = discord.start(new Home(folder.resolve("home")))) {
            discord.guild().give(discord.fake().person("grace"), discord.guild().role("admins", Permission.MANAGE_GUILD));

            Message table = discord.keyboard("grace").slash("admin quota show", Map.of("who", "me")).original();

            assertThat(table.ephemeral()).as("nobody else reads it").isTrue();
            assertThat(table.text()).isNotBlank();
            assertThat(commandPermissions("admin")).as("Discord hides it from members").isEqualTo(String.valueOf(Permission.MANAGE_GUILD.value()));
            assertThat(server.stop()).isZero();
        }
    }

    private String commandPermissions(String name) {
        return discord.fake().world().commands().stream()
                .filter(command -> command.path("name").asText().equals(name))
                .map(command -> command.path("default_member_permissions").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTokenIsInNoLogNoFileAndNoDatabase() throws Exception {
        Home home = new Home(folder.resolve("home"));
        try (Server server = discord.start(home)) {
            Keyboard ada = discord.keyboard("ada");
            ada.slash("video", now("a red kite"));
            discord.awaitClip(0);
            discord.fake().gateway().reset();
            discord.fake().gateway().awaitResumes(1);
            ada.slash("quota").original();
            assertThat(server.stop()).isZero();
            assertThat(server.output()).doesNotContain(discord.fake().token());
        }

        assertThat(home.filesWith(discord.fake().token())).isEmpty();
        assertThat(discord.words()).noneMatch(word -> word.contains(discord.fake().token()));
    }
}
