package org.spoolbot.telegram.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.telegram.fake.Call;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.telegram.fake.Fault;
import org.spoolbot.telegram.fake.Faults;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.telegram.fake.Press;
import org.spoolbot.telegram.fake.World;
import org.spoolbot.testkit.SettableClock;

/** The server as a bot meets it that speaks plain HTTP. */
class FakeTelegramTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T10:00:00Z"));
    private FakeTelegram telegram;
    private Wire bot;
    private Person ada;

    @BeforeEach
    void start() {
        telegram = FakeTelegram.start(clock);
        bot = new Wire(telegram);
        ada = telegram.person("Ada");
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void an_update_comes_again_until_a_higher_offset_confirms_it() {
        ada.privately().says("/video a red kite");
        JsonNode first = bot.result("getUpdates", "{}").get(0);
        assertThat(first.path("message").path("entities").get(0).path("type").asText()).isEqualTo("bot_command");
        assertThat(first.path("message").path("date").asLong()).isEqualTo(clock.instant().getEpochSecond());
        int id = first.path("update_id").asInt();
        assertThat(bot.result("getUpdates", "{\"offset\":" + id + ",\"timeout\":0}").get(0).path("update_id").asInt()).isEqualTo(id);
        assertThat(telegram.updates().deliveries(id)).isEqualTo(2);
        assertThat(telegram.updates().confirmed()).isEmpty();
        bot.result("getUpdates", "{\"offset\":" + (id + 1) + "}");
        assertThat(telegram.updates().confirmed()).containsOnlyKeys(id);
        assertThat(telegram.updates().pending()).isZero();
    }

    @Test
    void a_long_poll_returns_as_soon_as_somebody_writes() throws InterruptedException {
        JsonNode[] seen = new JsonNode[1];
        Thread poll = Thread.ofVirtual().start(() -> seen[0] = bot.result("GETUPDATES", "{\"timeout\":50}"));
        assertThat(telegram.updates().awaitPoll(SOON)).isTrue();
        ada.privately().says("hello");
        assertThat(poll.join(SOON)).isTrue();
        assertThat(seen[0]).hasSize(1);
    }

    @Test
    void a_second_poller_ends_the_first_one_with_a_conflict() throws InterruptedException {
        JsonNode[] seen = new JsonNode[1];
        Thread poll = Thread.ofVirtual().start(() -> seen[0] = bot.json("getUpdates", "{\"timeout\":50}"));
        assertThat(telegram.updates().awaitPoll(SOON)).isTrue();
        int after = telegram.updates().lastId() + 1;
        Thread second = Thread.ofVirtual().start(() -> bot.json("getUpdates", "{\"offset\":" + after + ",\"timeout\":50}"));
        assertThat(poll.join(SOON)).isTrue();
        assertThat(seen[0].path("description").asText()).startsWith("Conflict: terminated by other getUpdates request");
        ada.privately().says("hello");
        assertThat(second.join(SOON)).isTrue();
    }

    @Test
    void while_a_webhook_is_set_polling_is_a_conflict() {
        bot.result("setWebhook", "{\"url\":\"https://bot.example/telegram\"}");
        JsonNode answer = bot.json("getUpdates", "{}");
        assertThat(answer.path("error_code").asInt()).isEqualTo(409);
        assertThat(answer.path("description").asText()).startsWith("Conflict: can't use getUpdates method while webhook is active");
        bot.result("deleteWebhook", "{}");
        assertThat(bot.result("getUpdates", "{}")).isEmpty();
    }

    @Test
    void messages_come_from_json_form_and_multipart_bodies_alike() throws IOException {
        ada.privately().starts();
        String chat = Long.toString(ada.id());
        assertThat(bot.json("sendMessage", "{\"chat_id\":" + chat + ",\"text\":\"one\"}").path("ok").asBoolean()).isTrue();
        assertThat(bot.form("sendmessage", "chat_id=" + chat + "&text=two+%26+a+half").path("ok").asBoolean()).isTrue();
        assertThat(bot.multipart("sendMessage", Map.of("chat_id", chat, "text", "three"), Map.of()).path("ok").asBoolean()).isTrue();
        assertThat(ada.privateChat().fromBot()).extracting(Posted::text).containsExactly("one", "two & a half", "three");
        assertThat(telegram.violations().all()).isEmpty();
    }

    @Test
    void a_pressed_button_is_answered_once_and_not_late() {
        ada.privately().starts();
        Posted card = sent("{\"chat_id\":%d,\"text\":\"Card\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"Generate\",\"callback_data\":\"go\"}]]}}");
        bot.result("getUpdates", "{\"offset\":-1}");
        Press press = ada.privately().taps(card, "Gener");
        JsonNode updates = bot.result("getUpdates", "{}");
        JsonNode query = updates.get(updates.size() - 1).path("callback_query");
        assertThat(query.path("data").asText()).isEqualTo("go");
        String answer = "{\"callback_query_id\":\"" + press.id() + "\",\"text\":\"Started\"}";
        bot.result("answerCallbackQuery", answer);
        assertThat(press.awaitAnswer(SOON)).isTrue();
        assertThat(press.text()).isEqualTo("Started");
        assertThat(bot.refusal("answerCallbackQuery", answer)).isEqualTo("Bad Request: query is too old and response timeout expired or query ID is invalid");
        Press late = ada.privately().taps(card, "Gener");
        clock.advance(Duration.ofMinutes(1));
        assertThat(bot.refusal("answerCallbackQuery", "{\"callback_query_id\":\"" + late.id() + "\"}")).contains("query is too old");
        assertThat(late.isAnswered()).isFalse();
    }

    @Test
    void an_edit_that_changes_nothing_is_told_so() {
        ada.privately().starts();
        Posted message = sent("{\"chat_id\":%d,\"text\":\"1 %%\"}");
        String same = "{\"chat_id\":%d,\"message_id\":%d,\"text\":\"%s\"}";
        assertThat(bot.refusal("editMessageText", same.formatted(ada.id(), message.id(), "1 %"))).startsWith("Bad Request: message is not modified");
        bot.result("editMessageText", same.formatted(ada.id(), message.id(), "2 %"));
        assertThat(message.text()).isEqualTo("2 %");
        assertThat(message.edits()).isEqualTo(1);
        assertThat(bot.refusal("editMessageText", same.formatted(ada.id(), 4711, "x"))).isEqualTo("Bad Request: message to edit not found");
    }

    @Test
    void after_two_days_a_message_stays_for_everyone() {
        ada.privately().starts();
        Posted old = sent("{\"chat_id\":%d,\"text\":\"old\"}");
        String delete = "{\"chat_id\":" + ada.id() + ",\"message_id\":" + old.id() + "}";
        clock.advance(Duration.ofHours(49));
        assertThat(bot.refusal("deleteMessage", delete)).isEqualTo("Bad Request: message can't be deleted for everyone");
        Posted fresh = sent("{\"chat_id\":%d,\"text\":\"fresh\"}");
        bot.result("deleteMessage", delete.replace(":" + old.id() + "}", ":" + fresh.id() + "}"));
        assertThat(ada.privateChat().fromBot()).containsExactly(old);
    }

    @Test
    void a_picture_comes_in_sizes_and_down_by_a_link_that_ends() throws Exception {
        byte[] picture = picture("jpeg", 800, 600);
        ada.privately().sends(Media.photo(picture), "/video like this");
        JsonNode message = bot.result("getUpdates", "{}").get(0).path("message");
        assertThat(message.path("photo")).hasSize(3);
        assertThat(message.path("photo").get(2).path("width").asInt()).isEqualTo(800);
        String id = message.path("photo").get(2).path("file_id").asText();
        String path = bot.result("getFile", "{\"file_id\":\"" + id + "\"}").path("file_path").asText();
        assertThat(bot.download(path).body()).isEqualTo(picture);
        assertThat(bot.download("photos/file_9999.jpg").statusCode()).isEqualTo(404);
        clock.advance(Duration.ofHours(2));
        assertThat(bot.download(path).statusCode()).isEqualTo(404);
    }

    @Test
    void files_over_the_limits_are_refused_in_the_cloud_and_pass_a_local_server() throws Exception {
        Posted big = ada.privately().sends(Media.video(new byte[] {1}, 640, 360, 5).grownTo(21 << 20), "");
        String ask = "{\"file_id\":\"" + big.fileId().orElseThrow() + "\"}";
        assertThat(bot.refusal("getFile", ask)).isEqualTo("Bad Request: file is too big");
        Map<String, String> fields = Map.of("chat_id", Long.toString(ada.id()), "video", "attach://clip");
        Map<String, byte[]> files = Map.of("clip", new byte[(50 << 20) + 1]);
        assertThat(bot.multipart("sendVideo", fields, files).path("error_code").asInt()).isEqualTo(413);
        telegram.world().local(true);
        assertThat(bot.result("getFile", ask).path("file_path").asText()).startsWith("/");
        assertThat(bot.multipart("sendVideo", fields, files).path("result").path("video").path("file_size").asInt()).isEqualTo((50 << 20) + 1);
    }

    @Test
    void a_clip_goes_up_once_and_again_by_its_id() throws IOException {
        ada.privately().starts();
        byte[] clip = "not really\r\n--b0und an mp4".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        JsonNode video = bot.multipart("sendVideo", Map.of("chat_id", Long.toString(ada.id()), "video", "attach://clip", "thumbnail", "attach://small",
                "width", "640", "height", "360", "duration", "5", "caption", "<b>A kite</b>", "parse_mode", "HTML"),
                Map.of("clip", clip, "small", picture("jpeg", 320, 180))).path("result");
        assertThat(video.path("video").path("width").asInt()).isEqualTo(640);
        assertThat(video.path("video").path("thumbnail").path("width").asInt()).isEqualTo(320);
        assertThat(video.path("caption").asText()).isEqualTo("A kite");
        String id = video.path("video").path("file_id").asText();
        assertThat(telegram.world().file(id).orElseThrow().bytes()).isEqualTo(clip);
        bot.result("sendVideo", "{\"chat_id\":" + ada.id() + ",\"video\":\"" + id + "\"}");
        assertThat(bot.refusal("sendPhoto", "{\"chat_id\":" + ada.id() + ",\"photo\":\"" + id + "\"}")).isEqualTo("Bad Request: can't use file of type Video as Photo");
        assertThat(ada.privateChat().fromBot()).hasSize(2);
        assertThat(telegram.violations().all()).isEmpty();
    }

    @Test
    void whatever_the_description_does_not_know_is_a_violation() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(telegram.violations().isChecking());
        ada.privately().starts();
        bot.json("sendMessage", "{\"chat_id\":" + ada.id() + ",\"text\":5,\"colour\":\"red\"}");
        bot.json("sendMessage", "{\"text\":\"to nobody\"}");
        bot.json("sendMessage", "{\"chat_id\":1,\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"" + "d".repeat(65) + "\"}]]}}");
        bot.multipart("sendVideo", Map.of("chat_id", "1", "video", "attach://clip"), Map.of("other", new byte[] {1}));
        bot.json("setMyCommands", "{\"commands\":[{\"command\":\"video\",\"description\":\"d\"}],\"scope\":{\"type\":\"chat\",\"chat\":1}}");
        bot.json("sendMediaGroup", "{\"chat_id\":1,\"media\":[{\"type\":\"video\",\"media\":\"x\",\"width\":\"640\"},{\"type\":\"photo\",\"media\":\"y\"}]}");
        bot.json("getNothing", "{}");
        assertThat(telegram.violations().all()).containsExactlyInAnyOrder(
                "sendMessage.text: is no String but NUMBER",
                "sendMessage: unknown parameter colour",
                "sendMessage.chat_id: missing",
                "sendMessage.reply_markup.inline_keyboard[0][0].callback_data: 65 bytes, allowed are 1-64",
                "sendVideo.video: there is no part clip",
                "sendVideo: nothing refers to the part other",
                "setMyCommands.scope.chat_id: missing",
                "setMyCommands.scope: unknown field chat",
                "sendMediaGroup.media[0].width: is no Integer but STRING",
                "getNothing: no such method");
    }

    @Test
    void another_token_is_unauthorized_and_no_token_is_not_found() {
        Wire stranger = new Wire(telegram.apiUrl(), "123456:AAStrangerStrangerStrangerStranger");
        assertThat(stranger.json("getMe", "{}").path("error_code").asInt()).isEqualTo(401);
        assertThat(new Wire(telegram.apiUrl(), "nonsense").json("getMe", "{}").path("error_code").asInt()).isEqualTo(404);
        assertThat(bot.result("getMe", "{}").path("username").asText()).isEqualTo(World.BOT_NAME);
    }

    @Test
    void faults_come_in_the_order_they_were_planned_in() {
        ada.privately().starts();
        String hello = "{\"chat_id\":" + ada.id() + ",\"text\":\"hello\"}";
        telegram.faults().next("sendMessage", Fault.tooManyRequests(7));
        telegram.faults().next(Faults.ANY, Fault.badGateway());
        telegram.faults().next("sendMessage", Fault.dropsAfter());
        JsonNode flooded = bot.json("sendMessage", hello);
        assertThat(flooded.path("error_code").asInt()).isEqualTo(429);
        assertThat(flooded.path("parameters").path("retry_after").asInt()).isEqualTo(7);
        assertThat(bot.json("sendMessage", hello).isMissingNode()).isTrue();
        assertThat(ada.privateChat().fromBot()).isEmpty();
        assertThatThrownBy(() -> bot.json("sendMessage", hello)).hasMessageContaining("dropped");
        assertThat(ada.privateChat().fromBot()).hasSize(1);
        bot.result("sendMessage", hello);
        assertThat(telegram.calls().of("sendMessage")).extracting(Call::status).containsExactly(429, 502, 0, 200);
    }

    private Posted sent(String body) {
        return ada.privateChat().byId(bot.result("sendMessage", body.formatted(ada.id())).path("message_id").asLong());
    }

    static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
