package org.spoolbot.telegram.outbound;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spoolbot.telegram.connection.NotSentException;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** Why a call failed, in terms of what can be done about it. Texts are those of the real server (https://github.com/tdlib/telegram-bot-api). */
sealed interface Failure {
    /** What the server says of an id of a file (https://github.com/tdlib/td, FileManager.cpp). */
    Pattern NO_FILE = Pattern.compile("file identifier|use file of type|type of file|file_reference|file_id|file reference");
    Pattern NO_RIGHT = Pattern.compile("not enough rights|have no rights|administrator rights|_forbidden|topic_closed|chat_restricted");
    int MOST_CAUSES = 20;

    /** The flood control wants peace. */
    record SlowDown(Duration pause) implements Failure {}

    /** The group became a supergroup with another id. */
    record Moved(long chat) implements Failure {}

    /** It already looks so. */
    record Unchanged() implements Failure {}

    /** It has a caption and no text. */
    record NoText() implements Failure {}

    /** Telegram does not know that file any more. */
    record NoFile() implements Failure {}

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

    /** Whether Telegram looked at it and will never do it: something else may be tried. */
    static boolean isRefusal(Failure failure) {
        return switch (failure) {
            case NoText _, NoFile _, Gone _, Forbidden _, TooLarge _ -> true;
            case SlowDown _, Moved _, Unchanged _, NotSent _, Unknown _ -> false;
        };
    }

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
        if (NO_FILE.matcher(text).find()) {
            return new NoFile();
        }
        return NO_RIGHT.matcher(text).find() ? new Forbidden(reason(text)) : new Gone(reason(text));
    }

    /** Of a text that may quote anything, the plain beginning. */
    private static String reason(String text) {
        String plain = text.replaceAll("[^a-z0-9 ':_-]", "");
        return plain.length() <= 120 ? plain : plain.substring(0, 120);
    }

    private static Failure unanswered(TelegramApiException thrown) {
        if (thrown instanceof MovedAwayException) {
            return new Gone("the message stayed behind when its group became a supergroup");
        }
        if (thrown instanceof TelegramApiValidationException) {
            return new Gone("the library refuses such a call");
        }
        return causes(thrown).anyMatch(Failure::isBeforeSending) ? new NotSent("Telegram cannot be reached") : new Unknown("the answer was lost");
    }

    private static boolean isBeforeSending(Throwable cause) {
        boolean closed = cause instanceof InterruptedIOException && "executor rejected".equals(cause.getMessage());
        return closed || cause instanceof NotSentException || cause instanceof RejectedExecutionException;
    }

    /** Whether the thread was interrupted while it waited for the answer. */
    static boolean isInterrupt(TelegramApiException thrown) {
        return causes(thrown).anyMatch(InterruptedException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES);
    }
}
