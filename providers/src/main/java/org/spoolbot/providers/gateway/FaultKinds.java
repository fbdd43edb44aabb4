package org.spoolbot.providers.gateway;

import static org.spoolbot.api.error.ErrorKind.AUTH;
import static org.spoolbot.api.error.ErrorKind.INVALID_PARAMS;
import static org.spoolbot.api.error.ErrorKind.NOT_FOUND;
import static org.spoolbot.api.error.ErrorKind.NO_CREDIT;
import static org.spoolbot.api.error.ErrorKind.PROTOCOL;
import static org.spoolbot.api.error.ErrorKind.RATE_LIMIT;
import static org.spoolbot.api.error.ErrorKind.ROUTE_MISCONFIGURED;
import static org.spoolbot.api.error.ErrorKind.TIMEOUT;
import static org.spoolbot.api.error.ErrorKind.UPSTREAM;

import java.util.List;
import java.util.Optional;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GenerationOrder;

/** What a dialect's error codes mean. The code decides where the dialect knows it, else what relays have in common, else the HTTP status. */
@FunctionalInterface
public interface FaultKinds {
    /** The kind of a code that this dialect knows; looks at the message too. */
    Optional<ErrorKind> known(GatewayFault fault);

    /** What of the order a refusal blames, in the member's numbering. */
    default List<Blame> blames(GatewayFault fault, GenerationOrder order) {
        return List.of();
    }

    /** The kind of a refused call. */
    default ErrorKind ofAnswer(int status, GatewayFault fault) {
        return known(fault).or(() -> ofRelay(fault)).orElseGet(() -> ofStatus(status, fault));
    }

    /** The kind of a task that failed. */
    default ErrorKind ofTask(GatewayFault fault) {
        return known(fault).or(() -> ofRelay(fault)).orElse(UPSTREAM);
    }

    /** Codes of the relay software that most gateways run. */
    private static Optional<ErrorKind> ofRelay(GatewayFault fault) {
        if (fault.mentions("no available channel")) {
            return Optional.of(ROUTE_MISCONFIGURED);
        }
        return Optional.ofNullable(switch (fault.code()) {
            case "model_not_found", "not_implemented" -> ROUTE_MISCONFIGURED;
            case "insufficient_user_quota", "pre_consume_token_quota_failed", "insufficient_quota" -> NO_CREDIT;
            case "task_not_exist" -> NOT_FOUND;
            case "sensitive_words_detected" -> ErrorKind.CONTENT_POLICY;
            case "token_concurrency_limit_reached" -> RATE_LIMIT;
            default -> null;
        });
    }

    private static ErrorKind ofStatus(int status, GatewayFault fault) {
        return switch (status) {
            case 400, 413, 422 -> INVALID_PARAMS;
            case 401 -> AUTH;
            case 402 -> NO_CREDIT;
            case 403 -> fault.mentionsMoney() ? NO_CREDIT : AUTH;
            case 404 -> NOT_FOUND;
            case 408, 504 -> TIMEOUT;
            case 429 -> fault.mentionsMoney() ? NO_CREDIT : RATE_LIMIT;
            default -> status >= 500 ? UPSTREAM : PROTOCOL;
        };
    }
}
