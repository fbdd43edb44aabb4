package org.spoolbot.providers.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spoolbot.api.error.Blame;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GenerationOrder;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.providers.http.CallResult;

/** What an HTTP answer means before a dialect looks into it: taken, refused, unknown; there, missing, not to be had. Pure. */
public final class GatewayAnswers {
    private static final Duration RETRY_CONNECT = Duration.ofSeconds(10);
    private static final Duration RETRY_RATE_LIMIT = Duration.ofSeconds(20);

    private final GatewayJson json;
    private final FaultKinds kinds;

    /** With the dialect's error codes. */
    public GatewayAnswers(GatewayJson json, FaultKinds kinds) {
        this.json = json;
        this.kinds = kinds;
    }

    /** What is known after the paid call; {@code accepted} reads a success, empty if it holds no task id. */
    public SubmitOutcome submitted(
            CallResult result, GenerationOrder order, Function<JsonNode, Optional<SubmitOutcome.Accepted>> accepted) {
        return switch (result) {
            case CallResult.NotSent(String reason) ->
                new SubmitOutcome.Refused(ErrorKind.UPSTREAM, "not reached: " + reason, Optional.of(RETRY_CONNECT));
            case CallResult.Lost(String reason) -> new SubmitOutcome.Unknown("no answer: " + reason);
            case CallResult.Answered answered -> answered.isSuccess() ? taken(answered, accepted) : refused(answered, order);
        };
    }

    /** A success whose id cannot be read may have been accepted and billed. */
    private SubmitOutcome taken(CallResult.Answered answered, Function<JsonNode, Optional<SubmitOutcome.Accepted>> accepted) {
        Optional<SubmitOutcome.Accepted> read = json.read(answered.body()).flatMap(accepted).filter(found -> !found.taskId().isEmpty());
        return read.isPresent() ? read.get() : new SubmitOutcome.Unknown("success without a task id");
    }

    private SubmitOutcome refused(CallResult.Answered answered, GenerationOrder order) {
        GatewayFault fault = fault(answered);
        String detail = detail(answered, fault);
        ErrorKind kind = ofCreate(kinds.ofAnswer(answered.status(), fault));
        if (isAmbiguous(answered.status()) && kind != ErrorKind.ROUTE_MISCONFIGURED) {
            return new SubmitOutcome.Unknown(detail);
        }
        List<Blame> blames = kind.category() == ErrorKind.Category.MEMBER ? kinds.blames(fault, order) : List.of();
        return new SubmitOutcome.Refused(kind, detail, kind == ErrorKind.RATE_LIMIT ? retry(answered) : Optional.empty(), blames);
    }

    /** Before there is a task, what was not found is the address or the model. */
    private static ErrorKind ofCreate(ErrorKind kind) {
        return kind == ErrorKind.NOT_FOUND ? ErrorKind.ROUTE_MISCONFIGURED : kind;
    }

    private static Optional<Duration> retry(CallResult.Answered answered) {
        return Optional.of(answered.retryAfter().orElse(RETRY_RATE_LIMIT));
    }

    private static boolean isAmbiguous(int status) {
        return status >= 500 || status == 408;
    }

    /** The answer to a question; empty if the gateway does not know what was asked for. */
    public Optional<JsonNode> found(CallResult result) throws ProviderException {
        CallResult.Answered answered = answered(result);
        if (answered.isSuccess()) {
            return Optional.of(json.read(answered.body())
                    .orElseThrow(() -> new ProviderException(ErrorKind.PROTOCOL, "the answer is no JSON")));
        }
        GatewayFault fault = fault(answered);
        ErrorKind kind = kinds.ofAnswer(answered.status(), fault);
        if (kind == ErrorKind.NOT_FOUND) {
            return Optional.empty();
        }
        throw new ProviderException(kind, detail(answered, fault), answered.retryAfter());
    }

    private static CallResult.Answered answered(CallResult result) throws ProviderException {
        return switch (result) {
            case CallResult.Answered answered -> answered;
            case CallResult.NotSent(String reason) -> throw new ProviderException(ErrorKind.UPSTREAM, "not reached: " + reason);
            case CallResult.Lost(String reason) -> throw new ProviderException(ErrorKind.UPSTREAM, "no answer: " + reason);
        };
    }

    private GatewayFault fault(CallResult.Answered answered) {
        return json.read(answered.body()).map(json::fault).orElse(GatewayFault.NONE);
    }

    private static String detail(CallResult.Answered answered, GatewayFault fault) {
        return ("HTTP " + answered.status() + " " + fault.loggable()).strip();
    }
}
