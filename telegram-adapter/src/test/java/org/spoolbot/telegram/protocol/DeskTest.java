package org.spoolbot.telegram.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.telegram.fake.Desk;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Screen;
import org.spoolbot.testkit.SettableClock;

/** What somebody types to try the server by hand. */
class DeskTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final FakeTelegram telegram = FakeTelegram.start(SettableClock.atTen());
    private final Wire bot = new Wire(telegram);
    private final Desk desk = new Desk(telegram);
    private final Person ada = telegram.person("Ada");

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void people_write_send_and_answer_where_they_are_told_to(@TempDir Path folder) throws Exception {
        Path kite = Files.write(folder.resolve("kite.png"), FakeTelegramTest.picture("png", 30, 20));
        desk.type("ada /video a red kite");
        desk.type("bob@makers /video in the group");
        desk.type("ada@studio photo " + kite + " /video like this");
        JsonNode updates = bot.result("getUpdates", "{}");
        assertThat(updates.get(updates.size() - 3).path("message").path("text").asText()).isEqualTo("/video a red kite");
        assertThat(updates.get(updates.size() - 2).path("message").path("chat").path("title").asText()).isEqualTo("Makers");
        JsonNode picture = updates.get(updates.size() - 1).path("message");
        assertThat(picture.path("caption").asText()).isEqualTo("/video like this");
        assertThat(picture.path("is_topic_message").asBoolean()).isTrue();
        assertThatThrownBy(() -> desk.type("ada@nowhere hello")).hasMessage("There is no nowhere; there are makers, studio");
    }

    @Test
    void what_the_bot_shows_is_printed_as_it_changes() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Screen screen = new Screen(telegram.world(), new PrintStream(printed, true, StandardCharsets.UTF_8));
        Thread watching = Thread.ofVirtual().start(screen::watch);
        desk.type("ada /video a red kite");
        long card = bot.result("sendMessage", "{\"chat_id\":" + ada.id()
                + ",\"text\":\"A card\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"Generate\",\"callback_data\":\"go\"}]]}}").path("message_id").asLong();
        assertThatThrownBy(() -> desk.type("ada press Cancel")).hasMessage("No message here has a button \"Cancel\".");
        Thread press = Thread.ofVirtual().start(() -> screen.line(desk.type("ada press Generate")));
        assertThat(telegram.updates().awaitConfirmed(answerPress(), SOON)).isTrue();
        assertThat(press.join(SOON)).isTrue();
        bot.result("editMessageText", "{\"chat_id\":" + ada.id() + ",\"message_id\":" + card + ",\"text\":\"Made\"}");
        telegram.close();
        assertThat(watching.join(SOON)).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Ada #" + card + ": A card\n    [Generate]\n", "toast: Started\n");
    }

    private int answerPress() {
        JsonNode update = awaitPress();
        bot.result("answerCallbackQuery", "{\"callback_query_id\":\"" + update.path("callback_query").path("id").asText() + "\",\"text\":\"Started\"}");
        bot.result("getUpdates", "{\"offset\":" + (update.path("update_id").asInt() + 1) + "}");
        return update.path("update_id").asInt();
    }

    private JsonNode awaitPress() {
        int offset = 0;
        while (true) {
            for (JsonNode update : bot.result("getUpdates", "{\"timeout\":10,\"offset\":" + offset + "}")) {
                if (update.has("callback_query")) {
                    return update;
                }
                offset = update.path("update_id").asInt() + 1;
            }
        }
    }
}
