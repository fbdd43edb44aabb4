package org.spoolbot.discord.connection;

import java.io.IOException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.jspecify.annotations.Nullable;

/** Puts a failed login into words without anything that somebody else wrote. */
final class LoginFaults {
    private LoginFaults() {}

    static String reason(RuntimeException fault) {
        if (fault instanceof ErrorResponseException answer && answer.getResponse().code > 0) {
            return "it answers " + answer.getResponse().code;
        }
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotSentException && cause.getCause() != null) {
                return cause.getCause().getClass().getSimpleName();
            }
            if (cause instanceof IOException) {
                return cause.getClass().getSimpleName();
            }
        }
        return fault.getClass().getSimpleName();
    }
}
