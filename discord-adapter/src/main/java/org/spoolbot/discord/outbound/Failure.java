package org.spoolbot.discord.outbound;

import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InteractionExpiredException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.spoolbot.discord.connection.NotSentException;

/** Why a request did not go well, in our own words: what Discord or anybody else wrote is not repeated. */
sealed interface Failure {
    /**
     * Discord answered no.
     *
     * @param status the HTTP status
     * @param code Discord's own code; the status where there is none
     */
    record Refused(int status, int code) implements Failure {
        boolean is(ErrorResponse response) {
            return code == response.getCode();
        }

        boolean isServerFault() {
            return status >= 500;
        }

        boolean isTooLarge() {
            return status == 413
                    || is(ErrorResponse.REQUEST_ENTITY_TOO_LARGE)
                    || is(ErrorResponse.FILE_UPLOAD_MAX_SIZE_EXCEEDED);
        }

        /** For the operator. */
        String reason() {
            ErrorResponse known = ErrorResponse.fromCode(code);
            boolean isKnown = known.getCode() == code && code != 0;
            return isKnown ? known.getMeaning() + " (" + code + ")" : "Discord answers " + status + " (" + code + ")";
        }
    }

    /**
     * No connection came about.
     *
     * @param reason for the operator
     */
    record NotSent(String reason) implements Failure {}

    /**
     * The request left and no answer came.
     *
     * @param reason for the operator
     */
    record Lost(String reason) implements Failure {}

    /** It waited so long for its turn that it was given up; nothing was sent. */
    record Late() implements Failure {}

    /** The way is closed: the interaction is too old, or the server is stopping. Nothing was sent. */
    record Closed() implements Failure {}

    /**
     * The request could not even be made.
     *
     * @param reason for the operator
     */
    record Broken(String reason) implements Failure {}

    /** What a fault of a request means. */
    static Failure of(RuntimeException fault) {
        return switch (fault) {
            case ErrorResponseException answer -> of(answer);
            case InteractionExpiredException _ -> new Closed();
            case CancellationException _ -> new Closed();
            case RejectedExecutionException _ -> new Closed();
            case RuntimeException other when other.getCause() instanceof TimeoutException -> new Late();
            default -> new Broken(fault.getClass().getSimpleName());
        };
    }

    private static Failure of(ErrorResponseException answer) {
        Exception reason = answer.getResponse().getException();
        return switch (reason) {
            case null -> new Refused(answer.getResponse().code, answer.getErrorCode());
            case NotSentException nothing -> new NotSent(cause(nothing));
            case java.io.IOException lost -> new Lost(lost.getClass().getSimpleName());
            default -> new Broken(reason.getClass().getSimpleName());
        };
    }

    private static String cause(NotSentException fault) {
        return fault.getCause() == null ? "no connection" : fault.getCause().getClass().getSimpleName();
    }
}
