package org.spoolbot.telegram.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Why a call failed, in terms of what can be done about it. Texts are those of the real server (https://github.com/tdlib/telegram-bot-api). */
sealed interface Failure {
    /** The flood control wants peace. */
    record SlowDown(Duration pause) implements Failure {}

    /** The group became a supergroup with another id. */
    record Moved(long chat) implements Failure {}

    /** It already looks so. */
    record Unchanged() implements Failure {}

    /** It has a caption and no text. */
    record NoText() implements Failure {}

    /** The chat, topic or message is not there. */
    record Gone(String reason) implements Failure {}

    /** The bot may not. */
    record Forbidden(String reason) implements Failure {}

    /** The file is too large. */
    record TooLarge() implements Failure {}

    /** Surely not done. */
    record NotSent(String reason) implements Failure {}

    /** Perhaps done. */
    record Unknown(String reason) implements Failure {}

    /** Reads what the library threw. */
    static Failure of(TelegramApiException thrown) {
        if (thrown instanceof TelegramApiRequestException refused && refused.getErrorCode() != null && refused.getErrorCode() > 0) {
            String text = Optional.ofNullable(refused.getApiResponse()).orElse("").toLowerCase(Locale.ROOT);
            return answered(refused.getErrorCode(), text, Optional.ofNullable(refused.getParameters()));
        }
        return unanswered(thrown);
    }

    private static Failure answered(int code, String text, Optional<ResponseParameters> parameters) {
        return switch (code) {
            case 429 -> new SlowDown(Duration.ofSeconds(parameters
                    .map(ResponseParameters::getRetryAfter)
                    .orElse(1)));
            case 413 -> new TooLarge();
            case 401, 404 -> new NotSent("Telegram does not know the token");
            case 403 -> new Forbidden(reason(text));
            case 400 -> bad(text, parameters);
            default -> code >= 500 ? new Unknown("Telegram answered " + code) : new Gone("Telegram answered " + code);
        };
    }

    private static Failure bad(String text, Optional<ResponseParameters> parameters) {
        Optional<Long> moved = parameters.map(ResponseParameters::getMigrateToChatId);
        if (moved.isPresent()) {
            return new Moved(moved.get());
        }
        if (text.contains("not modified")) {
            return new Unchanged();
        }
        if (text.contains("no text in the message")) {
            return new NoText();
        }
        if (text.contains("too big") || text.contains("too large")) {
            return new TooLarge();
        }
        boolean rights = text.contains("not enough rights") || text.contains("have no rights") || text.contains("chat_write_forbidden");
        return rights || text.contains("topic_closed") ? new Forbidden(reason(text)) : new Gone(reason(text));
    }

    /** Of a text that may quote anything, the plain beginning. */
    private static String reason(String text) {
        String plain = text.replaceAll("[^a-z0-9 ':_-]", "");
        return plain.length() <= 120 ? plain : plain.substring(0, 120);
    }

    private static Failure unanswered(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLException) {
                return new NotSent("Telegram cannot be reached");
            }
            if (cause instanceof IOException io && String.valueOf(io.getMessage()).startsWith("failed to connect")) {
                return new NotSent("Telegram cannot be reached");
            }
        }
        return new Unknown("the answer was lost");
    }
}
