package org.spoolbot.telegram.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.testkit.SettableClock;

/** The smaller methods, and that whatever this server tells has the published shape. */
class MethodsTest {
    private final SettableClock clock = SettableClock.atTen();
    private final FakeTelegram telegram = FakeTelegram.start(clock);
    private final Wire bot = new Wire(telegram);
    private final Person ada = telegram.person("Ada");

    @AfterEach
    void stop() {
        telegram.close();
        assertThat(telegram.violations().all()).isEmpty();
    }

    @Test
    void a_caption_and_a_keyboard_change_without_the_clip() throws Exception {
        ada.privately().starts();
        JsonNode clip = bot.multipart("sendVideo", Map.of("chat_id", Long.toString(ada.id()), "video", "attach://clip", "caption", "one",
                "reply_markup", "{\"inline_keyboard\":[[{\"text\":\"Again\",\"callback_data\":\"again\"},{\"text\":\"Site\",\"url\":\"https://x.example\"}]]}"),
                Map.of("clip", new byte[500])).path("result");
        Posted message = ada.privateChat().byId(clip.path("message_id").asLong());
        String it = "{\"chat_id\":" + ada.id() + ",\"message_id\":" + message.id();
        assertThat(message.labels()).containsExactly("Again", "Site");
        assertThat(bot.refusal("editMessageText", it + ",\"text\":\"x\"}")).isEqualTo("Bad Request: there is no text in the message to edit");
        bot.result("editMessageReplyMarkup", it + ",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"Delete\",\"callback_data\":\"d\"}]]}}");
        assertThat(message.labels()).containsExactly("Delete");
        bot.result("editMessageCaption", it + ",\"caption\":\"two\"}");
        assertThat(message.text()).isEqualTo("two");
        assertThat(message.labels()).isEmpty();
        assertThat(message.fileId()).contains(clip.path("video").path("file_id").asText());
        bot.result("deleteMessages", it.replace("message_id", "message_ids").replace(":" + message.id(), ":[" + message.id() + ",4711]") + "}");
        assertThat(ada.privateChat().fromBot()).isEmpty();
    }

    @Test
    void menus_are_kept_per_scope_and_can_be_read_and_deleted() {
        String scope = "\"scope\":{\"type\":\"chat\",\"chat_id\":" + ada.id() + "}";
        bot.result("setMyCommands", "{\"commands\":[{\"command\":\"video\",\"description\":\"Make a clip\"}]," + scope + "}");
        assertThat(bot.result("getMyCommands", "{" + scope + "}").get(0).path("command").asText()).isEqualTo("video");
        assertThat(bot.result("getMyCommands", "{}")).isEmpty();
        assertThat(telegram.world().menus().shownTo(ada, ada.privateChat())).containsExactly("video");
        assertThat(bot.refusal("setMyCommands", "{\"commands\":[{\"command\":\"Video\",\"description\":\"x\"}]}")).isEqualTo("Bad Request: BOT_COMMAND_INVALID");
        bot.result("deleteMyCommands", "{" + scope + "}");
        assertThat(telegram.world().menus().keys()).isEmpty();
    }

    @Test
    void only_a_bot_that_administers_and_asks_hears_of_members_and_reactions() {
        Chat group = telegram.world().supergroup("Makers", ada);
        Person bob = telegram.person("Bob");
        Posted message = ada.in(group).says("/video a kite");
        ada.in(group).reacts(message, "👍");
        group.promoteBot(ada, "can_delete_messages");
        ada.in(group).reacts(message, "👍");
        int offset = telegram.updates().lastId() + 1;
        assertThat(bot.result("getUpdates", "{\"allowed_updates\":[\"message\",\"chat_member\",\"message_reaction\",\"edited_message\"]}")).hasSize(2);
        ada.in(group).reacts(message, "👍");
        bob.in(group).joins();
        ada.in(group).edits(message, "/video two kites");
        JsonNode heard = bot.result("getUpdates", "{\"offset\":" + offset + "}");
        assertThat(heard).hasSize(4);
        assertThat(heard.get(0).path("message_reaction").path("new_reaction").get(0).path("emoji").asText()).isEqualTo("👍");
        assertThat(heard.get(1).path("chat_member").path("new_chat_member").path("status").asText()).isEqualTo("member");
        assertThat(heard.get(2).path("message").path("new_chat_members").get(0).path("first_name").asText()).isEqualTo("Bob");
        assertThat(heard.get(3).path("edited_message").path("text").asText()).isEqualTo("/video two kites");
    }

    @Test
    void every_kind_of_file_and_member_is_told_in_the_published_shape() throws Exception {
        byte[] some = new byte[100];
        ada.privately().sends(Media.video(some, 640, 360, 5), "clip");
        ada.privately().sends(Media.animation(some, 640, 360, 5), "");
        ada.privately().sends(Media.audio(some, "song.mp3", 30), "");
        ada.privately().sends(Media.voice(some, 3), "");
        ada.privately().sends(Media.document(some, "kite.png", "image/png"), "");
        assertThat(bot.result("getUpdates", "{}")).extracting(update -> update.path("message").path("document").path("file_name").asText(""))
                .containsExactly("", "animation.mp4", "", "", "kite.png");
        Chat group = telegram.world().supergroup("Makers", ada);
        group.owner(ada);
        group.restrictBot(ada, "can_send_messages");
        assertThat(bot.result("getChat", "{\"chat_id\":" + group.id() + "}").path("title").asText()).isEqualTo("Makers");
        assertThat(bot.result("getChatMember", "{\"chat_id\":" + group.id() + ",\"user_id\":" + ada.id() + "}").path("status").asText()).isEqualTo("creator");
        String me = bot.result("getMe", "{}").path("id").asText();
        assertThat(bot.result("getChatMember", "{\"chat_id\":" + group.id() + ",\"user_id\":" + me + "}").path("can_send_videos").asBoolean()).isFalse();
        bot.result("leaveChat", "{\"chat_id\":" + group.id() + "}");
        assertThat(bot.refusal("getChat", "{\"chat_id\":" + group.id() + "}")).isEqualTo("Forbidden: bot is not a member of the supergroup chat");
    }

    @Test
    void an_administrator_may_delete_what_others_wrote_however_old() {
        Chat group = telegram.world().supergroup("Makers", ada);
        Posted message = ada.in(group).says("/video a kite");
        clock.advance(Duration.ofDays(3));
        String delete = "{\"chat_id\":" + group.id() + ",\"message_id\":" + message.id() + "}";
        assertThat(bot.refusal("deleteMessage", delete)).isEqualTo("Bad Request: message can't be deleted");
        group.promoteBot(ada, "can_delete_messages");
        bot.result("deleteMessage", delete);
        assertThat(bot.refusal("deleteMessage", delete)).isEqualTo("Bad Request: message to delete not found");
    }

    @Test
    void after_logging_out_nothing_is_answered() {
        bot.result("logOut", "{}");
        assertThat(bot.refusal("getMe", "{}")).isEqualTo("Bad Request: Logged out");
    }
}
