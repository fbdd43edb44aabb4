package org.spoolbot.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.testkit.SettableClock;

/** Channels and messages without a gateway: what a bot may, what it is refused, what goes wrong on the way. */
class RestTest {
    private static final String POST = "POST /channels/{}/messages";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final FakeDiscord discord = FakeDiscord.start(clock);
    private final Guild guild = discord.world().guild("Makers");
    private final Channel channel = guild.general();
    private final BareClient bot = new BareClient(discord, discord.token());
    private final String messages = "channels/" + channel.id() + "/messages";

    @AfterEach
    void nothingAgainstTheDescription() {
        List<String> faults = discord.violations().all();
        discord.close();
        assertThat(faults).isEmpty();
    }

    private String say(String text) throws IOException {
        return bot.post(messages, "{'content':'" + text + "'}").json().path("id").asText();
    }

    @Test
    void wrongTokenIsUnauthorized() throws IOException {
        assertThat(new BareClient(discord, "wrong").get("users/@me").status()).isEqualTo(401);
    }

    @Test
    void botKnowsItselfAndItsGateway() throws IOException {
        assertThat(bot.get("users/@me").json().path("id").asText()).isEqualTo(discord.world().bot().id());
        assertThat(bot.get("applications/@me").json().path("id").asText()).isEqualTo(discord.world().applicationId());
        assertThat(bot.get("gateway/bot").json().path("url").asText()).isEqualTo(discord.gatewayUrl().toString());
        assertThat(bot.get("guilds/" + guild.id()).json().path("name").asText()).isEqualTo("Makers");
        assertThat(bot.get("channels/" + channel.id()).json().path("name").asText()).isEqualTo("general");
        assertThat(bot.get("guilds/" + guild.id() + "/members/" + discord.world().bot().id()).status()).isEqualTo(200);
    }

    @Test
    void messageIsWrittenChangedAndTakenDown() throws IOException {
        String id = say("first");

        assertThat(bot.patch(messages + "/" + id, "{'content':'second'}").json().path("content").asText()).isEqualTo("second");
        assertThat(bot.get(messages + "/" + id).json().path("edited_timestamp").asText()).startsWith("2026-11-21T10:00");
        assertThat(bot.delete(messages + "/" + id).status()).isEqualTo(204);
        assertThat(bot.patch(messages + "/" + id, "{'content':'x'}").code()).isEqualTo(10008);
        assertThat(channel.messages()).isEmpty();
    }

    @Test
    void refusedEditChangesNothing() throws IOException {
        String id = say("kept");

        assertThat(bot.patch(messages + "/" + id, "{'content':'" + "x".repeat(2001) + "'}").code()).isEqualTo(50035);
        assertThat(bot.patch(messages + "/" + id, "{'content':''}").code()).isEqualTo(50006);
        assertThat(channel.messages()).extracting(Message::content).containsExactly("kept");
    }

    @Test
    void nobodyEditsWhatAnotherWrote() throws IOException {
        Message said = discord.person("ada").in(channel).say("mine");

        assertThat(bot.patch(messages + "/" + said.id(), "{'content':'yours'}").code()).isEqualTo(50005);
        assertThat(bot.delete(messages + "/" + said.id()).code()).isEqualTo(50013);
        guild.botMay(Permission.MANAGE_MESSAGES);
        assertThat(bot.delete(messages + "/" + said.id()).status()).isEqualTo(204);
    }

    @Test
    void missingRightsHaveTheirCodes() throws IOException {
        channel.deny(Permission.SEND_MESSAGES);
        assertThat(bot.post(messages, "{'content':'x'}").code()).isEqualTo(50013);
        channel.deny(Permission.VIEW_CHANNEL);
        assertThat(bot.post(messages, "{'content':'x'}").code()).isEqualTo(50001);
        channel.deny(Permission.ATTACH_FILES);
        assertThat(bot.upload(messages, "{}", "a.txt", RequestBody.create("a", null)).code()).isEqualTo(50013);
        channel.deny();
        assertThat(bot.post(messages, "{'content':'x'}").status()).isEqualTo(200);
        guild.removeBot();
        assertThat(bot.post(messages, "{'content':'x'}").code()).isEqualTo(50001);
    }

    @Test
    void threadTakesOverWhatItsParentDenies() throws IOException {
        Channel thread = channel.thread("kites");
        channel.deny(Permission.SEND_MESSAGES_IN_THREADS);

        assertThat(bot.post("channels/" + thread.id() + "/messages", "{'content':'x'}").code()).isEqualTo(50013);
        channel.deny(Permission.SEND_MESSAGES);
        assertThat(bot.post("channels/" + thread.id() + "/messages", "{'content':'x'}").status()).isEqualTo(200);
    }

    @Test
    void deletedChannelIsUnknownWithItsThreads() throws IOException {
        Channel thread = channel.thread("kites");
        channel.delete();

        assertThat(bot.post(messages, "{'content':'x'}").code()).isEqualTo(10003);
        assertThat(bot.post("channels/" + thread.id() + "/messages", "{'content':'x'}").code()).isEqualTo(10003);
    }

    @Test
    void closedPrivateChannelRefuses() throws IOException {
        Person ada = discord.person("ada");
        String privately = bot.post("users/@me/channels", "{'recipient_id':'" + ada.user().id() + "'}").json().path("id").asText();

        assertThat(bot.post("channels/" + privately + "/messages", "{'content':'psst'}").status()).isEqualTo(200);
        ada.acceptsPrivateMessages(false);
        assertThat(bot.post("channels/" + privately + "/messages", "{'content':'psst'}").code()).isEqualTo(50007);
    }

    @Test
    void sameNonceIsSentOnce() throws IOException {
        String payload = "{'content':'clip','nonce':'job-1','enforce_nonce':true}";
        String first = bot.post(messages, payload).json().path("id").asText();

        assertThat(bot.post(messages, payload).json().path("id").asText()).isEqualTo(first);
        clock.advance(Duration.ofMinutes(6));
        assertThat(bot.post(messages, payload).json().path("id").asText()).isNotEqualTo(first);
    }

    @Test
    void replyPingsOnlyWhomItMay() throws IOException {
        Person ada = discord.person("ada");
        Message said = ada.in(channel).say("look");
        String reference = "'message_reference':{'message_id':'" + said.id() + "'}";

        bot.post(messages, "{'content':'@everyone','allowed_mentions':{'parse':[],'replied_user':false}," + reference + "}");
        assertThat(channel.messages().getLast().pings()).isEmpty();
        assertThat(channel.messages().getLast().json().path("mention_everyone").asBoolean()).isFalse();
        bot.post(messages, "{'content':'@everyone'," + reference + "}");
        assertThat(channel.messages().getLast().pings()).containsExactly(ada.user().id());
        assertThat(channel.messages().getLast().json().path("mention_everyone").asBoolean()).isTrue();
    }

    @Test
    void replyToGoneMessageFailsUnlessToldNotTo() throws IOException {
        String reference = "'message_reference':{'message_id':'123456789012345678'";

        assertThat(bot.post(messages, "{'content':'x'," + reference + "}}").code()).isEqualTo(50035);
        assertThat(bot.post(messages, "{'content':'x'," + reference + ",'fail_if_not_exists':false}}").status()).isEqualTo(200);
    }

    @Test
    void attachmentComesBackThroughLinkThatExpires() throws IOException {
        String url = bot.upload(messages, "{'attachments':[{'id':0,'filename':'clip.mp4'}]}".replace('\'', '"'), "clip.mp4", RequestBody.create(
                new byte[3_000], null)).json().path("attachments").path(0).path("url").asText();

        assertThat(bot.get(url).json().path("text").asInt()).isEqualTo(3_000);
        assertThat(bot.get(url.split("\\?")[0]).status()).isEqualTo(404);
        clock.advance(Duration.ofHours(25));
        assertThat(bot.get(url).status()).isEqualTo(404);
        String id = channel.messages().getFirst().id();
        assertThat(bot.get(bot.get(messages + "/" + id).json().path("attachments").path(0).path("url").asText()).status()).isEqualTo(200);
    }

    @Test
    void uploadLimitFollowsBoostTier() throws IOException {
        assertThat(bot.upload(messages, "{}", "clip.mp4", zeros(11 << 20)).code()).isEqualTo(40005);
        guild.tier(2);
        assertThat(bot.upload(messages, "{}", "clip.mp4", zeros(11 << 20)).status()).isEqualTo(200);
        assertThat(bot.upload(messages, "{}", "clip.mp4", zeros(51 << 20)).status()).isEqualTo(413);
    }

    /** Never in memory as a whole, on neither side. */
    private static RequestBody zeros(long size) {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return MediaType.get("application/octet-stream");
            }

            @Override
            public long contentLength() {
                return size;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                byte[] block = new byte[1 << 16];
                for (long left = size; left > 0; left -= block.length) {
                    sink.write(block, 0, (int) Math.min(left, block.length));
                }
            }
        };
    }

    @Test
    void sixthMessageInFiveSecondsIsTooMany() throws IOException {
        for (int number = 1; number <= 5; number++) {
            say("message " + number);
        }

        BareClient.Answer refused = bot.post(messages, "{'content':'x'}");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().path("retry_after").asDouble()).isBetween(0.001, 5.0);
        assertThat(refused.headers()).containsEntry("X-RateLimit-Limit", "5").containsEntry("X-RateLimit-Remaining", "0").containsKey("Retry-After");
        assertThat(bot.get(messages).status()).isEqualTo(200);
        discord.faults().countBuckets(false);
        assertThat(bot.post(messages, "{'content':'x'}").status()).isEqualTo(200);
    }

    @Test
    void plannedFaultsComeOnceEach() throws IOException {
        discord.faults().globalRateLimit(Duration.ofMillis(300), 1);
        discord.faults().rateLimit(POST, Duration.ofSeconds(2), 1);
        discord.faults().status(POST, 502, 1);
        discord.faults().error(POST, 413, 40005, "Request entity too large", 1);

        BareClient.Answer global = bot.post(messages, "{'content':'x'}");
        assertThat(global.headers()).containsEntry("X-RateLimit-Global", "true").containsEntry("Retry-After", "1");
        assertThat(bot.post(messages, "{'content':'x'}").json().path("retry_after").asDouble()).isEqualTo(2.0);
        assertThat(bot.post(messages, "{'content':'x'}").status()).isEqualTo(502);
        assertThat(bot.post(messages, "{'content':'x'}").code()).isEqualTo(40005);
        assertThat(bot.post(messages, "{'content':'x'}").status()).isEqualTo(200);
        assertThat(discord.traffic().of(POST)).extracting(Traffic.Seen::status).containsExactly(429, 429, 502, 413, 200);
    }

    @Test
    void lostAnswerLeavesMessageBehindAndDroppedRequestDoesNot() throws IOException {
        discord.faults().loseAnswer(POST, 1);
        assertThatThrownBy(() -> say("done")).isInstanceOf(IOException.class);
        discord.faults().drop(POST, 1);
        assertThatThrownBy(() -> say("not done")).isInstanceOf(IOException.class);

        assertThat(channel.messages()).extracting(Message::content).containsExactly("done");
    }

    @Test
    void commandsKeepTheirIdsAndWritesAreCounted() throws IOException {
        String path = "applications/" + discord.world().applicationId() + "/commands";
        String video = "[{'name':'video','description':'Makes a clip','name_localizations':{'de':'film'},'options':[{'type':3,'name':'prompt','description':'What'}]}]";
        String first = bot.put(path, video).json().path(0).path("id").asText();

        assertThat(bot.put(path, video).json().path(0).path("id").asText()).isEqualTo(first);
        assertThat(bot.get(path).json().path(0).has("name_localizations")).isFalse();
        assertThat(bot.get(path + "?with_localizations=true").json().path(0).path("name_localizations").path("de").asText()).isEqualTo("film");
        assertThat(bot.put("applications/" + discord.world().applicationId() + "/guilds/" + guild.id() + "/commands", video).status()).isEqualTo(200);
        assertThat(bot.put(path, "[{'name':'Bad Name','description':'x'}]").code()).isEqualTo(50035);
        assertThat(discord.world().commandWrites()).isEqualTo(3);
    }

    @Test
    void twoHundredCommandsADayAndNoMore() throws IOException {
        String path = "applications/" + discord.world().applicationId() + "/commands";
        discord.faults().countBuckets(false);
        for (int number = 0; number < 200; number++) {
            bot.put(path, "[{'name':'c" + number + "','description':'x'}]");
        }

        assertThat(bot.put(path, "[{'name':'one-more','description':'x'}]").code()).isEqualTo(30034);
        clock.advance(Duration.ofHours(25));
        assertThat(bot.put(path, "[{'name':'one-more','description':'x'}]").status()).isEqualTo(200);
    }

    @Test
    void unknownRouteIsNotFound() throws IOException {
        assertThat(bot.get("channels/" + channel.id() + "/kites").status()).isEqualTo(404);
        // Only the published description knows which routes there are.
        assertThat(discord.violations().all()).hasSize(Specs.loaded().isPresent() ? 1 : 0);
        discord.violations().clear();
    }
}
