package org.spoolbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.testkit.SettableClock;

/** Interactions as a bot without a library answers them. */
class InteractionTest {
    private static final String COMMANDS = """
            [{'name':'video','description':'Makes a clip','options':[{'type':3,'name':'prompt','description':'What','required':true},
              {'type':4,'name':'seconds','description':'How long','min_value':1,'max_value':10}]},
             {'name':'admin','description':'For admins','default_member_permissions':'32','contexts':[0],
              'options':[{'type':1,'name':'providers','description':'Lists them','options':[{'type':3,'name':'name','description':'Which'}]}]}]""";
    private static final String BUTTON = "'components':[{'type':1,'components':[{'type':2,'style':1,'label':'Again','custom_id':'again'},"
            + "{'type':2,'style':1,'label':'Off','custom_id':'off','disabled':true}]}]";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final FakeDiscord discord = FakeDiscord.start(clock);
    private final Guild guild = discord.world().guild("Makers");
    private final Channel channel = guild.general();
    private final BareClient bot = new BareClient(discord, discord.token());
    private final Keyboard ada = discord.person("ada").in(channel);

    @BeforeEach
    void register() throws IOException {
        bot.put("applications/" + discord.world().applicationId() + "/commands", COMMANDS);
    }

    @AfterEach
    void nothingAgainstTheDescription() {
        List<String> faults = discord.violations().all();
        discord.close();
        assertThat(faults).isEmpty();
    }

    private BareClient.Answer answer(Interaction interaction, String json) throws IOException {
        return bot.post("interactions/" + interaction.id() + "/" + interaction.token() + "/callback?with_response=true", json);
    }

    private String hook(Interaction interaction) {
        return "webhooks/" + discord.world().applicationId() + "/" + interaction.token();
    }

    private Interaction video() {
        return ada.slash("video", Map.of("prompt", "a kite"));
    }

    @Test
    void answerAfterThreeSecondsComesTooLate() throws IOException {
        Interaction asked = video();
        clock.advance(Duration.ofMillis(3_001));

        assertThat(answer(asked, "{'type':5}").code()).isEqualTo(10062);
    }

    @Test
    void onlyOneAnswerCounts() throws IOException {
        Interaction asked = video();

        assertThat(answer(asked, "{'type':5}").status()).isEqualTo(200);
        assertThat(answer(asked, "{'type':4,'data':{'content':'late'}}").code()).isEqualTo(40060);
        assertThat(bot.post("interactions/" + asked.id() + "/wrong/callback", "{'type':5}").code()).isEqualTo(10062);
    }

    @Test
    void tokenDiesAfterQuarterOfAnHour() throws IOException {
        Interaction asked = video();
        assertThat(bot.post(hook(asked), "{'content':'early'}").code()).isEqualTo(10015);
        answer(asked, "{'type':5}");
        clock.advance(Duration.ofMinutes(14));
        assertThat(bot.patch(hook(asked) + "/messages/@original", "{'content':'in time'}").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));

        assertThat(bot.patch(hook(asked) + "/messages/@original", "{'content':'late'}").code()).isEqualTo(50027);
        assertThat(asked.original().content()).isEqualTo("in time");
    }

    @Test
    void firstFollowUpTakesPlaceOfThinking() throws IOException {
        Interaction asked = video();
        answer(asked, "{'type':5,'data':{'flags':64}}");

        bot.post(hook(asked), "{'content':'only for you'}");
        bot.post(hook(asked), "{'content':'for all'}");

        assertThat(asked.original().ephemeral()).isTrue();
        assertThat(asked.original().content()).isEqualTo("only for you");
        assertThat(asked.followUps(1)).extracting(Message::content).containsExactly("for all");
        assertThat(channel.messages()).extracting(Message::content).containsExactly("for all");
        assertThat(ada.sees()).hasSize(2);
        assertThat(discord.person("bo").in(channel).sees()).hasSize(1);
    }

    @Test
    void originalCanBeTakenAway() throws IOException {
        Interaction asked = video();
        answer(asked, "{'type':5}");
        bot.delete(hook(asked) + "/messages/@original");

        assertThat(asked.originalGone()).isTrue();
        assertThat(bot.patch(hook(asked) + "/messages/@original", "{'content':'x'}").code()).isEqualTo(10008);
    }

    @Test
    void pressUpdatesItsMessage() throws IOException {
        Interaction asked = video();
        answer(asked, "{'type':4,'data':{'content':'done'," + BUTTON + "}}");
        Message card = asked.original();

        Interaction press = ada.press(card, card.customId("Again"));
        answer(press, "{'type':6}");
        bot.patch(hook(press) + "/messages/@original", "{'content':'again','components':[]}");

        assertThat(press.original().id()).isEqualTo(card.id());
        assertThat(channel.messages()).extracting(Message::content).containsExactly("again");
        assertThatThrownBy(() -> ada.press(card, "again")).isInstanceOf(AssertionError.class);
    }

    @Test
    void appDoesNotSendWhatItWouldNotLetPeopleDo() throws IOException {
        Interaction asked = video();
        answer(asked, "{'type':4,'data':{'content':'for you','flags':64," + BUTTON + "}}");
        Message card = asked.original();
        Keyboard bo = discord.person("bo").in(channel);

        assertThatThrownBy(() -> bo.press(card, "again")).hasMessageContaining("does not see");
        assertThatThrownBy(() -> ada.press(card, "off")).hasMessageContaining("disabled");
        assertThatThrownBy(() -> ada.slash("video")).hasMessageContaining("required");
        assertThatThrownBy(() -> ada.slash("video", Map.of("prompt", "x", "seconds", 11))).hasMessageContaining("at most");
        assertThatThrownBy(() -> ada.slash("admin providers")).hasMessageContaining("not offered");
    }

    @Test
    void adminSeesAdminCommand() throws IOException {
        Person boss = discord.person("boss");
        guild.give(boss, guild.role("Admins", Permission.MANAGE_GUILD));

        Interaction asked = boss.in(channel).slash("admin providers", Map.of("name", "luma"));

        assertThat(answer(asked, "{'type':4,'data':{'content':'one'}}").status()).isEqualTo(200);
        assertThatThrownBy(() -> boss.privately().slash("admin providers")).hasMessageContaining("not offered");
    }

    @Test
    void formIsFilledInWithinItsLimits() throws IOException {
        Interaction asked = video();
        answer(asked, "{'type':9,'data':{'custom_id':'form','title':'Clip','components':[{'type':18,'label':'Prompt','component':"
                + "{'type':4,'style':2,'custom_id':'prompt','value':'a kite','max_length':20}}]}}");

        assertThatThrownBy(() -> ada.submit(asked, Map.of("prompt", "x".repeat(21)))).hasMessageContaining("21 characters");
        assertThatThrownBy(() -> ada.submit(asked, Map.of("other", "x"))).hasMessageContaining("the form has");
        Interaction sent = ada.submit(asked, Map.of());
        assertThat(answer(sent, "{'type':4,'data':{'content':'thanks'}}").status()).isEqualTo(200);
    }

    @Test
    void wrongKindOfAnswerIsRefused() throws IOException {
        assertThat(answer(video(), "{'type':8,'data':{'choices':[]}}").code()).isEqualTo(50035);
        assertThat(answer(video(), "{'type':4,'data':{'content':''}}").code()).isEqualTo(50006);
    }
}
