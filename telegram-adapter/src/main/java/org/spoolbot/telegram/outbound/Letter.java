package org.spoolbot.telegram.outbound;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * A message on its way. What is null is left out of the call.
 *
 * @param chat where to
 * @param thread the topic
 * @param html its words
 * @param reply what it answers
 * @param keyboard what can be pressed
 * @param spoiler whether its file is veiled
 */
record Letter(
        long chat,
        @Nullable Integer thread,
        String html,
        @Nullable ReplyParameters reply,
        @Nullable InlineKeyboardMarkup keyboard,
        boolean spoiler) {}
