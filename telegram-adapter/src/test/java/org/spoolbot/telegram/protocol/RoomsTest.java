package org.spoolbot.telegram.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.testkit.SettableClock;

/** What a bot sees of groups, and what groups let it do. */
class RoomsTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final SettableClock clock = SettableClock.atTen();
    private final FakeTelegram telegram = FakeTelegram.start(clock);
    private final Wire bot = new Wire(telegram);
    private final Person ada = telegram.person("Ada");
    private final Person bob = telegram.person("Bob");
    private int offset;

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void with_privacy_on_only_what_is_meant_for_the_bot_reaches_it() throws Exception {
        Chat group = telegram.world().supergroup("Makers", ada, bob);
        ada.in(group).says("just talking");
        ada.in(group).says("/video a kite");
        ada.in(group).says("/video@spoolbot a kite");
        ada.in(group).says("/video@otherbot a kite");
        ada.in(group).says("@spoolbot hello");
        ada.in(group).album("/video like these", picture(), picture());
        Posted question = sent(group, "");
        ada.in(group).replies(question, "An answer");
        ada.in(group).replies(question, picture(), "");
        assertThat(heard()).containsExactly("/video a kite", "/video@spoolbot a kite", "@spoolbot hello", "/video like these", "An answer", "");
        group.promoteBot(ada, "can_delete_messages");
        ada.in(group).says("just talking");
        assertThat(heard()).containsExactly("my_chat_member", "just talking");
    }

    @Test
    void without_privacy_everything_is_heard_and_a_bot_that_was_removed_hears_nothing() {
        Chat group = telegram.world().group("Makers", ada);
        telegram.world().privacyMode(false);
        ada.in(group).says("just talking");
        group.kickBot(ada);
        ada.in(group).says("/video a kite");
        assertThat(heard()).containsExactly("just talking", "my_chat_member");
        assertThat(refusal(group, "")).isEqualTo("Forbidden: bot was kicked from the group chat");
        group.addBot(ada);
        assertThat(refusal(group, "")).isEmpty();
    }

    @Test
    void a_muted_bot_may_still_send_what_is_left_to_it() {
        Chat group = telegram.world().supergroup("Makers", ada);
        group.restrictBot(ada, "can_send_messages");
        assertThat(refusal(group, "")).isEmpty();
        group.restrictBot(ada);
        assertThat(refusal(group, "")).isEqualTo("Bad Request: not enough rights to send text messages to the chat");
    }

    @Test
    void a_topic_can_be_closed_or_absent() {
        Chat forum = telegram.world().forum("Studio", ada);
        int topic = forum.topic("Clips");
        assertThat(forum.fromBot()).isEmpty();
        assertThat(sent(forum, ",\"message_thread_id\":" + topic).thread()).isEqualTo(topic);
        assertThat(refusal(forum, ",\"message_thread_id\":4711")).isEqualTo("Bad Request: message thread not found");
        forum.closeTopic(topic);
        assertThat(refusal(forum, ",\"message_thread_id\":" + topic)).isEqualTo("Bad Request: TOPIC_CLOSED");
        ada.in(forum, topic).says("/video a kite");
        JsonNode message = updates().getLast().path("message");
        assertThat(message.path("is_topic_message").asBoolean()).isTrue();
        assertThat(message.path("reply_to_message").has("forum_topic_created")).isTrue();
    }

    @Test
    void a_reply_without_topics_names_a_thread_that_nobody_can_send_to() {
        Chat group = telegram.world().supergroup("Makers", ada);
        Posted first = sent(group, "");
        ada.in(group).replies(first, "an answer");
        JsonNode message = updates().getLast().path("message");
        assertThat(message.has("is_topic_message")).isFalse();
        assertThat(refusal(group, ",\"message_thread_id\":" + message.path("message_thread_id").asInt())).isEqualTo("Bad Request: message thread not found");
    }

    @Test
    void a_group_that_became_a_supergroup_names_its_successor_for_ever() {
        Chat group = telegram.world().group("Makers", ada);
        Chat next = group.migrate(ada);
        JsonNode refused = bot.json("sendMessage", "{\"chat_id\":" + group.id() + ",\"text\":\"x\"}");
        assertThat(refused.path("parameters").path("migrate_to_chat_id").asLong()).isEqualTo(next.id());
        ada.in(next).says("/video a kite");
        List<JsonNode> updates = updates();
        assertThat(updates.get(0).path("message").path("migrate_to_chat_id").asLong()).isEqualTo(next.id());
        assertThat(updates.get(1).path("message").path("migrate_from_chat_id").asLong()).isEqualTo(group.id());
        assertThat(updates.get(2).path("message").path("chat").path("id").asLong()).isEqualTo(next.id());
    }

    @Test
    void a_private_chat_opens_with_a_link_and_closes_with_a_block() {
        assertThat(bot.refusal("sendMessage", "{\"chat_id\":" + ada.id() + ",\"text\":\"x\"}")).isEqualTo("Bad Request: chat not found");
        ada.privately().starts("group-42");
        assertThat(heard()).containsExactly("/start group-42");
        ada.blocks();
        ada.privately().says("/video a kite");
        assertThat(heard()).containsExactly("my_chat_member");
        assertThat(refusal(ada.privateChat(), "")).isEqualTo("Forbidden: bot was blocked by the user");
    }

    @Test
    void faceless_senders_show_whom_they_hide_behind() {
        Chat group = telegram.world().supergroup("Makers", ada);
        group.anonymousAdmin().says("/video a kite");
        group.linkedChannel().says("/video a kite");
        List<JsonNode> updates = updates();
        assertThat(updates.get(0).path("message").path("from").path("id").asLong()).isEqualTo(1087968824L);
        assertThat(updates.get(0).path("message").path("sender_chat").path("id").asLong()).isEqualTo(group.id());
        assertThat(updates.get(1).path("message").path("is_automatic_forward").asBoolean()).isTrue();
        assertThat(updates.get(1).path("message").path("sender_chat").path("type").asText()).isEqualTo("channel");
    }

    @Test
    void an_album_is_one_group_of_messages_with_one_caption() throws Exception {
        telegram.world().privacyMode(false);
        ada.in(telegram.world().group("Makers", ada)).album("/video like these", picture(), picture(), picture());
        List<JsonNode> updates = updates();
        assertThat(updates).extracting(update -> update.path("message").path("media_group_id").asText()).hasSize(3).containsOnly(
                updates.getFirst().path("message").path("media_group_id").asText()).doesNotContain("");
        assertThat(updates).extracting(update -> update.path("message").path("caption").asText("")).containsExactly("/video like these", "", "");
    }

    @Test
    void broken_markup_is_refused_and_good_markup_becomes_entities() {
        ada.privately().starts();
        String send = "{\"chat_id\":" + ada.id() + ",\"parse_mode\":\"HTML\",\"text\":\"%s\"}";
        assertThat(bot.refusal("sendMessage", send.formatted("a < b > c"))).isEqualTo("Bad Request: can't parse entities: Unsupported start tag \"\" at byte offset 2");
        assertThat(bot.refusal("sendMessage", send.formatted("<b>x"))).isEqualTo("Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"");
        assertThat(bot.refusal("sendMessage", send.formatted("<b>x</i>"))).contains("expected \"</b>\", found \"</i>\"");
        JsonNode message = bot.result("sendMessage", send.formatted("&lt;ü&gt; <b>bold <i>both</i></b> <a href='https://x.example'>link</a> &#128512;"));
        assertThat(message.path("text").asText()).isEqualTo("<ü> bold both link 😀");
        assertThat(message.path("entities")).extracting(one -> one.path("type").asText() + one.path("offset").asInt() + "+" + one.path("length").asInt())
                .containsExactlyInAnyOrder("italic9+4", "bold4+9", "text_link14+4");
        assertThat(bot.refusal("sendMessage", send.formatted("x".repeat(4097)))).isEqualTo("Bad Request: message is too long");
        assertThat(bot.refusal("sendMessage", send.formatted("<b> </b>"))).isEqualTo("Bad Request: message text is empty");
    }

    @Test
    void floods_are_counted_and_refused_once_limits_are_on() {
        Chat group = telegram.world().group("Makers", ada);
        for (int i = 0; i < 5; i++) {
            sent(group, "");
        }
        assertThat(telegram.flood().mostIn(Duration.ofSeconds(1), group)).isEqualTo(5);
        telegram.flood().enforce();
        int sent = 0;
        for (int second = 0; second < 60; second++) {
            clock.advance(Duration.ofSeconds(1));
            sent += refusal(group, "").isEmpty() ? 1 : 0;
        }
        assertThat(sent).isBetween(20, 40);
        assertThat(telegram.flood().refused()).isEqualTo(60 - sent);
        assertThat(bot.json("sendMessage", "{\"chat_id\":" + group.id() + ",\"text\":\"x\"}").path("parameters").path("retry_after").asInt()).isPositive();
        clock.advance(Duration.ofSeconds(1));
        assertThat(telegram.flood().mostIn(Duration.ofSeconds(1))).isEqualTo(5);
    }

    @Test
    void a_calls_gate_lets_go_when_it_is_told() throws InterruptedException {
        ada.privately().starts();
        try (var gate = telegram.faults().hold("sendMessage")) {
            Thread call = Thread.ofVirtual().start(() -> sent(ada.privateChat(), ""));
            assertThat(gate.awaitWaiting(1, SOON)).isTrue();
            assertThat(ada.privateChat().fromBot()).isEmpty();
            gate.release();
            assertThat(call.join(SOON)).isTrue();
        }
        assertThat(ada.privateChat().await(message -> message.text().equals("x"), SOON).isFromBot()).isTrue();
    }

    private String refusal(Chat chat, String more) {
        return bot.refusal("sendMessage", "{\"chat_id\":" + chat.id() + ",\"text\":\"x\"" + more + "}");
    }

    private Posted sent(Chat chat, String more) {
        return chat.byId(bot.result("sendMessage", "{\"chat_id\":" + chat.id() + ",\"text\":\"x\"" + more + "}").path("message_id").asLong());
    }

    /** The words of messages, the kind of everything else. */
    private List<String> heard() {
        return updates().stream().map(update -> {
            JsonNode message = update.path("message");
            return message.isMissingNode() ? List.copyOf(update.properties()).getLast().getKey() : message.path("text").asText(message.path("caption").asText(""));
        }).toList();
    }

    private List<JsonNode> updates() {
        List<JsonNode> updates = new ArrayList<>();
        bot.result("getUpdates", "{\"offset\":" + offset + "}").forEach(updates::add);
        offset = telegram.updates().lastId() + 1;
        return updates;
    }

    private static Media picture() throws Exception {
        return Media.photo(FakeTelegramTest.picture("png", 20, 20));
    }
}
