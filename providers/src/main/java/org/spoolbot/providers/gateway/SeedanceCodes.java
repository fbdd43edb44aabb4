package org.spoolbot.providers.gateway;

import static org.spoolbot.api.error.ErrorKind.AUTH;
import static org.spoolbot.api.error.ErrorKind.CONTENT_POLICY;
import static org.spoolbot.api.error.ErrorKind.COPYRIGHT;
import static org.spoolbot.api.error.ErrorKind.FACE_REJECTED;
import static org.spoolbot.api.error.ErrorKind.INVALID_PARAMS;
import static org.spoolbot.api.error.ErrorKind.NOT_FOUND;
import static org.spoolbot.api.error.ErrorKind.NO_CREDIT;
import static org.spoolbot.api.error.ErrorKind.RATE_LIMIT;
import static org.spoolbot.api.error.ErrorKind.ROUTE_MISCONFIGURED;
import static org.spoolbot.api.error.ErrorKind.UPSTREAM;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.video.Reference;

/** The error codes of Ark, where all Seedance models live: relays pass them on as the code, or hidden in their message. */
public final class SeedanceCodes implements FaultKinds {
    /** Items of the order's content, counted from 0; the first is the prompt. */
    private static final Pattern ITEM = Pattern.compile("content\\[(\\d{1,2})\\]");

    /** A verdict on words, pictures or sound that a relay put into its message under a code of its own. */
    private static final Pattern VERDICT =
            Pattern.compile("\\b(?:Input|Output)?(?:Text|Image|Video|Audio)?(?:SensitiveContentDetected|RiskDetection)(?:\\.[A-Za-z]{1,40})?");

    @Override
    public Optional<ErrorKind> known(GatewayFault fault) {
        return ofCode(verdict(fault), fault).or(() -> ofWords(fault.message().toLowerCase(Locale.ROOT)));
    }

    /** Relays may pass on Ark's sentence alone. */
    private static Optional<ErrorKind> ofWords(String message) {
        if (message.contains("may contain real person")) {
            return Optional.of(FACE_REJECTED);
        }
        if (message.contains("copyright restrictions")) {
            return Optional.of(COPYRIGHT);
        }
        return message.contains("may contain sensitive information") ? Optional.of(CONTENT_POLICY) : Optional.empty();
    }

    private static String verdict(GatewayFault fault) {
        Matcher verdict = VERDICT.matcher(fault.message());
        return !VERDICT.matcher(fault.code()).find() && verdict.find() ? verdict.group() : fault.code();
    }

    private static Optional<ErrorKind> ofCode(String code, GatewayFault fault) {
        if (code.endsWith(".PrivacyInformation")) {
            return Optional.of(FACE_REJECTED);
        }
        if (code.endsWith(".PolicyViolation")) {
            return Optional.of(COPYRIGHT);
        }
        if (code.contains("SensitiveContent") || code.contains("RiskDetection") || code.startsWith("PUBLIC_")) {
            return Optional.of(CONTENT_POLICY);
        }
        if (code.startsWith("MissingParameter") || code.startsWith("InvalidParameter")) {
            return Optional.of(INVALID_PARAMS);
        }
        return isLimit(code) ? Optional.of(fault.mentionsMoney() ? NO_CREDIT : RATE_LIMIT) : byAccount(code);
    }

    private static boolean isLimit(String code) {
        return code.startsWith("RateLimitExceeded")
                || code.equals("QuotaExceeded")
                || code.equals("SetLimitExceeded")
                || code.equals("ServerOverloaded");
    }

    private static Optional<ErrorKind> byAccount(String code) {
        return Optional.ofNullable(switch (code) {
            case "AuthenticationError", "AccessDenied" -> AUTH;
            case "AccountOverdueError", "quota_exceeded" -> NO_CREDIT;
            case "InternalServiceError" -> UPSTREAM;
            case "ResourceNotFound" -> NOT_FOUND;
            case "ModelNotOpen" -> ROUTE_MISCONFIGURED;
            default -> null;
        });
    }

    @Override
    public List<Blame> blames(GatewayFault fault, GenerationOrder order) {
        List<Blame> blames = new ArrayList<>();
        Matcher items = ITEM.matcher(fault.message());
        while (items.find()) {
            item(Integer.parseInt(items.group(1)), order.request().references()).ifPresent(blames::add);
        }
        return blames.isEmpty() ? ofMaking(fault) : blames.stream().distinct().toList();
    }

    private static Optional<Blame> item(int number, List<Reference> references) {
        if (number == 0) {
            return Optional.of(new Blame.Words());
        }
        return number <= references.size()
                ? Optional.of(references.get(number - 1)).map(reference -> new Blame.File(reference.kind(), reference.index()))
                : Optional.empty();
    }

    /** What the code alone tells. */
    public static List<Blame> ofMaking(GatewayFault fault) {
        String code = verdict(fault);
        if (code.startsWith("OutputAudio")) {
            return List.of(new Blame.Sound());
        }
        if (code.startsWith("OutputVideo")) {
            return List.of(new Blame.Picture());
        }
        return code.startsWith("InputText") ? List.of(new Blame.Words()) : List.of();
    }
}
