package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of an inline keyboard (docs: InlineKeyboardButton). */
final class Keyboard {
    private static final int MOST_DATA = 64;
    private static final int MOST_BUTTONS = 100;
    private static final List<String> ACTIONS = List.of("url", "callback_data", "web_app", "login_url", "switch_inline_query",
            "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay");

    private Keyboard() {}

    /** Puts the keyboard onto the content as the message will show it; other markup is no part of a message. */
    static void onto(ObjectNode content, JsonNode markup) {
        JsonNode rows = markup.path("inline_keyboard");
        int count = 0;
        for (JsonNode row : rows) {
            for (JsonNode button : row) {
                check(button);
                count++;
            }
        }
        if (count > MOST_BUTTONS) {
            throw Refusal.badRequest("reply markup is too long");
        }
        if (count > 0) {
            content.set("reply_markup", Json.object().set("inline_keyboard", rows.deepCopy()));
        }
    }

    private static void check(JsonNode button) {
        if (button.path("text").asText().isBlank()) {
            throw Refusal.badRequest("can't parse inline keyboard button: Can't find field \"text\"");
        }
        if (ACTIONS.stream().noneMatch(button::has)) {
            throw Refusal.badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        if (button.has("callback_data")) {
            int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > MOST_DATA) {
                throw Refusal.badRequest("BUTTON_DATA_INVALID");
            }
        }
        if (button.has("url") && !button.path("url").asText().matches("(https?|tg)://[^\\s]+")) {
            throw Refusal.badRequest("inline keyboard button URL '" + button.path("url").asText() + "' is invalid: Wrong HTTP URL");
        }
    }
}
