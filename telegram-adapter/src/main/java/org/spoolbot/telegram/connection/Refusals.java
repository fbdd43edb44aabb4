package org.spoolbot.telegram.connection;

import org.slf4j.Logger;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** What a failed call about the line itself says about it. */
final class Refusals {
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private Refusals() {}

    static void read(TelegramApiException failure, Link link, Logger log) {
        int code = failure instanceof TelegramApiRequestException refused && refused.getErrorCode() != null
                ? refused.getErrorCode()
                : 0;
        if (code == UNAUTHORIZED || code == NOT_FOUND) {
            tokenUnknown(link, log);
            return;
        }
        link.isOut(code == 0 ? "Telegram cannot be reached" : "Telegram answers with status " + code);
    }

    static void tokenUnknown(Link link, Logger log) {
        if (link.isDown("Telegram does not know the token: ask @BotFather for the right one")) {
            log.error("Telegram does not know the token. Set TELEGRAM_TOKEN to the one that @BotFather shows.");
        }
    }
}
