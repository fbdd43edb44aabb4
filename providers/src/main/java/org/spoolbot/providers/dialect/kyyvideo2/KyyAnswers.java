package org.spoolbot.providers.dialect.kyyvideo2;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GeneratedClip;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.providers.gateway.GatewayFault;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.http.CallResult;

/** The gateway's answers as what they mean. Pure. */
final class KyyAnswers {
    private static final int REFUSED = 400;
    private static final Set<String> GOOD_CODES = Set.of("", "0", "200", "success");

    private final GatewayJson json;
    private final KyyFaultKinds kinds;

    KyyAnswers(GatewayJson json, KyyFaultKinds kinds) {
        this.json = json;
        this.kinds = kinds;
    }

    /** Faults may come with status 200 and a code of their own: they are refusals like any other. */
    CallResult plain(CallResult result) {
        return result instanceof CallResult.Answered answered && answered.isSuccess() && isFault(answered.body())
                ? new CallResult.Answered(REFUSED, answered.body(), answered.retryAfter())
                : result;
    }

    private boolean isFault(String text) {
        return json.read(text)
                .filter(body -> content(body).path("id").asText("").isEmpty())
                .filter(body -> hasBadCode(body) || hasOnlyError(body))
                .isPresent();
    }

    private static boolean hasBadCode(JsonNode body) {
        return !GOOD_CODES.contains(body.path("code").asText("").toLowerCase(Locale.ROOT));
    }

    private static boolean hasOnlyError(JsonNode body) {
        JsonNode error = body.path("error");
        return content(body).path("status").isMissingNode() && (error.isObject() || !error.asText("").isEmpty());
    }

    /** An answer is plain or lies in an envelope. */
    static JsonNode content(JsonNode body) {
        return body.path("data").isObject() ? body.path("data") : body;
    }

    static Optional<SubmitOutcome.Accepted> accepted(JsonNode body) {
        return Optional.of(new SubmitOutcome.Accepted(content(body).path("id").asText(""), Optional.<Duration>empty()));
    }

    TaskState state(JsonNode body) throws ProviderException {
        JsonNode task = content(body);
        String status = task.path("status").asText("").toLowerCase(Locale.ROOT);
        return switch (status) {
            case "queued", "pending", "submitted" -> new TaskState.Waiting();
            case "completed" -> ready(task);
            case "failed" -> failed(json.fault(task));
            case "cancelled", "canceled" -> new TaskState.Failed(ErrorKind.CANCELLED_BY_PROVIDER, "task cancelled");
            case "" -> throw new ProviderException(ErrorKind.PROTOCOL, "the answer has no status");
            // "processing", or a word that came with a newer gateway: the task goes on until its deadline.
            default -> new TaskState.Running(OptionalDouble.empty());
        };
    }

    private TaskState.Failed failed(GatewayFault fault) {
        return new TaskState.Failed(
                kinds.ofTask(fault), ("task failed " + fault.loggable()).strip(), KyyFaultKinds.ofMaking(fault));
    }

    /** {@code amount} comes back too, but in no currency that is told, so it is not booked. */
    private static TaskState ready(JsonNode task) throws ProviderException {
        String address = task.path("video_url").asText("");
        return address.isEmpty()
                ? new TaskState.Finalizing()
                : new TaskState.Ready(new GeneratedClip(
                        GatewayJson.address(address), Optional.empty(), Optional.empty(), GatewayJson.number(task.path("totalTokens"))));
    }
}
