package org.spoolbot.providers.dialect.evolink;

import static org.spoolbot.api.error.ErrorKind.AUTH;
import static org.spoolbot.api.error.ErrorKind.CANCELLED_BY_PROVIDER;
import static org.spoolbot.api.error.ErrorKind.CONTENT_POLICY;
import static org.spoolbot.api.error.ErrorKind.COPYRIGHT;
import static org.spoolbot.api.error.ErrorKind.FACE_REJECTED;
import static org.spoolbot.api.error.ErrorKind.INVALID_PARAMS;
import static org.spoolbot.api.error.ErrorKind.MEDIA_UNFETCHABLE;
import static org.spoolbot.api.error.ErrorKind.NOT_FOUND;
import static org.spoolbot.api.error.ErrorKind.NO_CREDIT;
import static org.spoolbot.api.error.ErrorKind.RATE_LIMIT;
import static org.spoolbot.api.error.ErrorKind.ROUTE_MISCONFIGURED;
import static org.spoolbot.api.error.ErrorKind.TIMEOUT;
import static org.spoolbot.api.error.ErrorKind.UPSTREAM;

import java.util.List;
import java.util.Optional;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.providers.gateway.FaultKinds;
import org.spoolbot.providers.gateway.GatewayFault;
import org.spoolbot.providers.gateway.SeedanceCodes;
import org.spoolbot.providers.gateway.ToldPictures;

/** EvoLink's errors. Refused calls carry a word or only the status once more as their code; failed tasks carry a word. */
final class EvolinkFaultKinds implements FaultKinds {
    private final SeedanceCodes makers = new SeedanceCodes();

    /** The same word means an empty account with 402 and too many requests in a task, so the status speaks first. */
    @Override
    public ErrorKind ofAnswer(int status, GatewayFault fault) {
        return switch (status) {
            case 401 -> AUTH;
            case 402 -> NO_CREDIT;
            case 404 -> NOT_FOUND;
            default -> FaultKinds.super.ofAnswer(status, fault);
        };
    }

    @Override
    public ErrorKind ofTask(GatewayFault fault) {
        return fault.code().matches("[45]\\d\\d")
                ? ofAnswer(Integer.parseInt(fault.code()), fault)
                : FaultKinds.super.ofTask(fault);
    }

    @Override
    public Optional<ErrorKind> known(GatewayFault fault) {
        if (fault.mentions("photorealistic people", "celebrity detected", "face detected", "faces detected")) {
            return Optional.of(FACE_REJECTED);
        }
        if (fault.mentions("third-party content", "copyright violation", "trademark detected")) {
            return Optional.of(COPYRIGHT);
        }
        // Its sentence lists all that is forbidden; the model's maker may tell more.
        if (fault.mentions("content_policy_violation", "content policy", "safety filter")) {
            return makers.known(fault).or(() -> Optional.of(CONTENT_POLICY));
        }
        if (fault.mentions("human face", "real person")) {
            return Optional.of(FACE_REJECTED);
        }
        if (fault.mentions("failed to download", "failed to fetch", "unable to fetch", "unable to download", "not accessible")) {
            return Optional.of(MEDIA_UNFETCHABLE);
        }
        return byCode(fault.code()).or(() -> makers.known(fault));
    }

    private static Optional<ErrorKind> byCode(String code) {
        return Optional.ofNullable(switch (code) {
            case "invalid_parameters", "image_dimension_mismatch" -> INVALID_PARAMS;
            case "image_processing_error" -> MEDIA_UNFETCHABLE;
            case "request_cancelled" -> CANCELLED_BY_PROVIDER;
            case "generation_timeout" -> TIMEOUT;
            case "resource_exhausted", "quota_exceeded" -> RATE_LIMIT;
            case "resource_not_found", "invalid_task_id" -> NOT_FOUND;
            case "model_unavailable" -> ROUTE_MISCONFIGURED;
            case "generation_failed_no_content", "service_error", "service_unavailable", "upstream_error", "unknown_error" -> UPSTREAM;
            default -> null;
        });
    }

    @Override
    public List<Blame> blames(GatewayFault fault, GenerationOrder order) {
        List<Blame> told = ToldPictures.in(fault, order.request());
        return told.isEmpty() ? inWords(fault) : told;
    }

    /** What of a failed task the answer alone blames. */
    static List<Blame> ofMaking(GatewayFault fault) {
        List<Blame> told = ToldPictures.in(fault);
        return told.isEmpty() ? inWords(fault) : told;
    }

    /** Only the first line tells what is wrong; advice about prompts and pictures follows. */
    private static List<Blame> inWords(GatewayFault fault) {
        GatewayFault reason = new GatewayFault("", fault.message().lines().findFirst().orElse(""));
        List<Blame> verdict = SeedanceCodes.ofMaking(fault);
        if (!verdict.isEmpty()) {
            return verdict;
        }
        boolean prompt = reason.mentions("prompt") && !reason.mentions("image", "video", "audio", "file");
        if (fault.code().equals("content_policy_violation") && prompt) {
            return List.of(new Blame.Words());
        }
        return reason.mentions("generated video", "output video") ? List.of(new Blame.Picture()) : List.of();
    }
}
