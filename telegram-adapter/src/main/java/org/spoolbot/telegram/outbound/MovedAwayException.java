package org.spoolbot.telegram.outbound;

import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The chat of a message became another one, which numbers its messages anew: the same number would be a stranger's message there. */
final class MovedAwayException extends TelegramApiException {
    private static final long serialVersionUID = 1;

    MovedAwayException() {
        super("the message stayed behind when its group became a supergroup");
    }
}
