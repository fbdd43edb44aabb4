package org.spoolbot.providers.dialect.ark;

import static org.spoolbot.api.error.ErrorKind.AUTH;
import static org.spoolbot.api.error.ErrorKind.CONTENT_POLICY;
import static org.spoolbot.api.error.ErrorKind.COPYRIGHT;
import static org.spoolbot.api.error.ErrorKind.FACE_REJECTED;
import static org.spoolbot.api.error.ErrorKind.INVALID_PARAMS;
import static org.spoolbot.api.error.ErrorKind.NOT_FOUND;
import static org.spoolbot.api.error.ErrorKind.NO_CREDIT;
import static org.spoolbot.api.error.ErrorKind.PROTOCOL;
import static org.spoolbot.api.error.ErrorKind.RATE_LIMIT;
import static org.spoolbot.api.error.ErrorKind.ROUTE_MISCONFIGURED;
import static org.spoolbot.api.error.ErrorKind.TIMEOUT;
import static org.spoolbot.api.error.ErrorKind.UPSTREAM;

import java.util.Locale;
import org.spoolbot.api.error.ErrorKind;

/** Error codes of Ark and of the gateways in front of it, as kinds. The code decides where there is one, else the HTTP status. */
final class ArkErrors {
    private ArkErrors() {}

    /** The kind of a refused call. */
    static ErrorKind ofAnswer(int status, ArkFault fault) {
        ErrorKind byCode = byCode(fault);
        return byCode == null ? byStatus(status, fault) : byCode;
    }

    /** The kind of a task that failed. */
    static ErrorKind ofTask(ArkFault fault) {
        ErrorKind byCode = byCode(fault);
        return byCode == null ? UPSTREAM : byCode;
    }

    private static @org.jspecify.annotations.Nullable ErrorKind byCode(ArkFault fault) {
        String code = fault.code();
        String text = (code + " " + fault.message()).toLowerCase(Locale.ROOT);
        if (text.contains("no available channel") || code.equals("model_not_found") || code.equals("ModelNotOpen")) {
            return ROUTE_MISCONFIGURED;
        }
        if (code.endsWith(".PrivacyInformation")) {
            return FACE_REJECTED;
        }
        if (code.endsWith(".PolicyViolation")) {
            return COPYRIGHT;
        }
        if (code.contains("SensitiveContent") || code.contains("RiskDetection") || code.startsWith("PUBLIC_")) {
            return CONTENT_POLICY;
        }
        if (code.startsWith("MissingParameter") || code.startsWith("InvalidParameter")) {
            return INVALID_PARAMS;
        }
        return byAccountCode(code);
    }

    private static @org.jspecify.annotations.Nullable ErrorKind byAccountCode(String code) {
        return switch (code) {
            case "AuthenticationError" -> AUTH;
            case "AccountOverdueError", "insufficient_user_quota", "quota_exceeded" -> NO_CREDIT;
            case "AccessDenied" -> AUTH;
            case "RateLimitExceeded", "QuotaExceeded", "SetLimitExceeded", "ServerOverloaded" -> RATE_LIMIT;
            case "InternalServiceError" -> UPSTREAM;
            case "task_not_exist", "ResourceNotFound" -> NOT_FOUND;
            default -> null;
        };
    }

    private static ErrorKind byStatus(int status, ArkFault fault) {
        return switch (status) {
            case 400, 413, 422 -> INVALID_PARAMS;
            case 401 -> AUTH;
            case 402 -> NO_CREDIT;
            case 403 -> mentionsMoney(fault) ? NO_CREDIT : AUTH;
            case 404 -> NOT_FOUND;
            case 408, 504 -> TIMEOUT;
            case 429 -> mentionsMoney(fault) ? NO_CREDIT : RATE_LIMIT;
            default -> status >= 500 ? UPSTREAM : PROTOCOL;
        };
    }

    /** A 429 can be an empty balance: then waiting is of no use. */
    private static boolean mentionsMoney(ArkFault fault) {
        String text = (fault.code() + " " + fault.message()).toLowerCase(Locale.ROOT);
        return text.contains("balance") || text.contains("insufficient") || text.contains("overdue") || text.contains("余额");
    }
}
