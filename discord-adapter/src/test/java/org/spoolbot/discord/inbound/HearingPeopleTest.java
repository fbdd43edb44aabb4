package org.spoolbot.discord.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.buttons.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.OptionSpec;
import org.spoolbot.api.command.OptionSpec.Type;
import org.spoolbot.api.command.Suggestion;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.discord.fake.Channel;
import org.spoolbot.discord.fake.FakeDiscord;
import org.spoolbot.discord.fake.Guild;
import org.spoolbot.discord.fake.Interaction;
import org.spoolbot.discord.fake.Keyboard;
import org.spoolbot.discord.fake.Message;
import org.spoolbot.discord.fake.Permission;
import org.spoolbot.discord.fake.Person;
import org.spoolbot.discord.fake.PickedFile;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.RecordingInbox;

class HearingPeopleTest {
    private static final CommandSpec VIDEO = CommandSpec.of(
                    "video",
                    "command.video",
                    List.of(
                            option("prompt", Type.TEXT),
                            option("duration", Type.INTEGER),
                            option("ratio", Type.TEXT),
                            option("now", Type.FLAG),
                            option("for", Type.MEMBER),
                            option("image1", Type.ATTACHMENT)))
            .asking(new CommandSpec.Questions(List.of("prompt", "ratio"), 10));
    private static final CommandSpec ADMIN = CommandSpec.group(
            "admin", "command.admin", List.of(CommandSpec.of("quota", "command.quota", List.of(option("job", Type.JOB)))));

    private final FakeDiscord discord = FakeDiscord.start(InstantSource.system());
    private final Guild guild = discord.world().guild("kites");
    private final Channel general = guild.general();
    private final Person ada = discord.person("ada");
    private final Keyboard keyboard = ada.in(general);
    private final RecordingInbox inbox = new RecordingInbox(List.of(VIDEO, ADMIN))
            .offering("video", "ratio")
            .suggesting(line -> line.endsWith("--ratio 1")
                    ? List.of(new Suggestion(line + "6:9", "16:9", ""))
                    : List.of())
            .messageAction("use-as-reference", "Use as reference");
    private final HearingBot bot = HearingBot.connected(discord, new MemoryStore(), inbox);

    @AfterEach
    void everythingWasSaidAsDiscordDescribesIt() {
        bot.close();
        discord.close();
        assertThat(discord.violations().all()).isEmpty();
    }

    @Test
    void aCommandComesWithItsOptionsAndItsFile() throws Exception {
        Interaction call = keyboard.slash(
                "video",
                Map.of("prompt", "a red kite", "duration", 5, "now", true, "for", ada.user().id(), "image1", PickedFile.picture("kite.png")));
        assertThat(call.acknowledgement().type()).isEqualTo(5);

        Inbound.Invocation heard = bot.heard(Inbound.Invocation.class);
        assertThat(heard.path()).containsExactly("video");
        assertThat(heard.options())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "prompt", "a red kite", "duration", "5", "now", "true", "for", "discord:" + ada.user().id()));
        Upload picture = heard.attachments().get("image1");
        assertThat(picture.name()).isEqualTo("kite.png");
        try (InputStream content = picture.open()) {
            assertThat(content.readAllBytes()).isEqualTo(PickedFile.picture("kite.png").bytes());
        }
        assertThat(heard.origin().destination().replyTo()).contains("interaction:" + call.id());
        assertThat(heard.origin().account()).isEqualTo(new Account("discord", ada.user().id()));
    }

    @Test
    void aSubcommandComesWithItsWholeName() {
        keyboard.slash("admin quota", Map.of("job", "k7"));

        Inbound.Invocation heard = bot.heard(Inbound.Invocation.class);
        assertThat(heard.path()).containsExactly("admin", "quota");
        assertThat(heard.options()).containsEntry("job", "k7");
    }

    @Test
    void bareVideoOpensAFormAndItsAnswerWithTenFilesBecomesOneRequest() {
        Interaction call = keyboard.slash("video", Map.of());
        assertThat(call.modal().path("custom_id").asText()).isEqualTo("command:video");

        List<PickedFile> pictures = IntStream.range(0, 10).mapToObj(n -> PickedFile.picture(n + ".png")).toList();
        keyboard.submit(call, Map.of("prompt", "a red kite", "files", pictures));

        Inbound.Invocation heard = bot.heard(Inbound.Invocation.class);
        assertThat(heard.path()).containsExactly("video");
        assertThat(heard.options()).isEqualTo(Map.of("prompt", "a red kite"));
        assertThat(heard.uploads()).extracting(Upload::name).hasSize(10).contains("0.png", "9.png");
        assertThat(inbox.received()).hasSize(1);
    }

    @Test
    void typingIsAnsweredFromMemoryWithValues() {
        Interaction typing = keyboard.autocomplete("video", "ratio", "1", Map.of("prompt", "a red kite"));

        assertThat(typing.choices()).containsExactly("16:9");
        assertThat(inbox.received()).isEmpty();
    }

    @Test
    void aPictureThatSomebodyPostedBecomesAReferenceFromItsMenu() {
        Message posted = discord.person("bob").in(general).say("look", PickedFile.picture("kite.png"));
        keyboard.messageCommand("Use as reference", posted);

        Inbound.Pointing heard = bot.heard(Inbound.Pointing.class);
        assertThat(heard.action()).isEqualTo("use-as-reference");
        assertThat(heard.messageId()).isEqualTo(posted.id());
        assertThat(heard.uploads()).extracting(Upload::name).containsExactly("kite.png");
    }

    @Test
    void aReplyThatMentionsTheBotSaysWhichClipIsMeant() {
        Message clip = bot.post(general, Button.primary("v1:again:a", "Again"));
        keyboard.reply(clip, "make it rain");

        Inbound.TextInput heard = bot.heard(Inbound.TextInput.class);
        assertThat(heard.text()).isEqualTo("make it rain");
        assertThat(heard.address()).isEqualTo(new Inbound.Address(true, Optional.of(clip.id())));
        assertThat(heard.uploads()).isEmpty();
    }

    @Test
    void aPrivateReplyBringsThePicturesOfTheMessageItRepliesTo() {
        Message earlier = ada.privately().say("look", PickedFile.picture("kite.png"));
        ada.privately().reply(earlier, "fly it", PickedFile.picture("wind.png"));

        Inbound.TextInput heard = (Inbound.TextInput) bot.heard(2).get(1);
        assertThat(heard.text()).isEqualTo("fly it");
        assertThat(heard.address()).isEqualTo(new Inbound.Address(true, Optional.empty()));
        assertThat(heard.uploads()).extracting(Upload::name).containsExactly("wind.png", "kite.png");
    }

    @Test
    void whatSomebodySaysInOneBreathIsHeardInTheOrderItWasSaid() {
        List<String> words = IntStream.range(0, 20).mapToObj(number -> "word " + number).toList();
        words.forEach(word -> ada.privately().say(word));

        assertThat(bot.heard(words.size())).extracting(said -> ((Inbound.TextInput) said).text()).isEqualTo(words);
    }

    @Test
    void aMentionInAServerComesWithItsOwnFilesAndWithoutTheMention() {
        Message posted = discord.person("bob").in(general).say("look", PickedFile.picture("kite.png"));
        keyboard.reply(posted, "<@" + discord.world().bot().id() + "> fly it", PickedFile.picture("wind.png"));

        Inbound.TextInput heard = bot.heard(Inbound.TextInput.class);
        assertThat(heard.text()).isEqualTo("fly it");
        assertThat(heard.uploads()).extracting(Upload::name).contains("wind.png");
    }

    @Test
    void whatIsSaidToNobodyIsNotHeardButAPrivateMessageIs() {
        keyboard.say("hello all");
        ada.privately().say("/video a red kite");

        Inbound.TextInput heard = bot.heard(Inbound.TextInput.class);
        assertThat(heard.text()).isEqualTo("/video a red kite");
        assertThat(heard.origin().destination().isPrivate()).isTrue();
        assertThat(inbox.received()).hasSize(1);
    }

    @Test
    void aThreadIsToldWithItsChannel() {
        Channel thread = general.thread("flying");
        ada.in(thread).say("<@" + discord.world().bot().id() + "> fly");

        Inbound.TextInput heard = bot.heard(Inbound.TextInput.class);
        assertThat(heard.origin().destination().channel()).isEqualTo(general.id());
        assertThat(heard.origin().destination().thread()).contains(thread.id());
        assertThat(heard.messageId()).startsWith(thread.id() + "/");
    }

    @Test
    void whoMayManageTheServerIsItsAdministratorAndRolesAreTold() {
        guild.give(ada, guild.role("keeper", Permission.MANAGE_GUILD));
        ada.language("de");
        keyboard.slash("admin quota", Map.of());
        Origin origin = bot.heard(Inbound.Invocation.class).origin();

        assertThat(origin.standing()).isEqualTo(Standing.ADMINISTRATOR);
        assertThat(origin.roles()).hasSize(1);
        assertThat(origin.language()).contains(Locale.GERMAN);
    }

    @Test
    void whoMayModerateIsAModerator() {
        guild.give(ada, guild.role("watch", Permission.MODERATE_MEMBERS));
        keyboard.slash("admin quota", Map.of());

        assertThat(bot.heard(Inbound.Invocation.class).origin().standing()).isEqualTo(Standing.MODERATOR);
    }

    @Test
    void aServerThatTheBotIsNotInIsHeardThroughTheAppThatAMemberBroughtAlong() {
        Guild foreign = discord.world().foreignGuild("strangers");
        ada.installs().in(foreign.general()).slash("video", Map.of("prompt", "a red kite"));

        Origin origin = bot.heard(Inbound.Invocation.class).origin();
        assertThat(origin.destination().community().orElseThrow().id()).isEqualTo(foreign.id());
        assertThat(origin.destination().channel()).isEqualTo(foreign.general().id());
        assertThat(origin.roles()).isEmpty();
    }

    private static OptionSpec option(String name, Type type) {
        return OptionSpec.named(name, "option." + name, type);
    }
}
