package org.spoolbot.providers.dialect.ark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GeneratedClip;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.providers.http.CallResult;

/** Answers of the gateway, as states. Pure. */
final class ArkAnswers {
    private final JsonMapper json;

    /** What so many tokens of a model cost. */
    @FunctionalInterface
    interface CostOfTokens {
        Optional<Money> of(String wireName, long tokens);
    }

    ArkAnswers(JsonMapper json) {
        this.json = json;
    }

    /** What is known after the create call. */
    SubmitOutcome submitted(CallResult result) {
        return switch (result) {
            case CallResult.NotSent notSent ->
                new SubmitOutcome.Refused(ErrorKind.UPSTREAM, "not reached: " + notSent.reason(), Optional.of(ArkLimits.RETRY_CONNECT));
            case CallResult.Lost lost -> new SubmitOutcome.Unknown("no answer: " + lost.reason());
            case CallResult.Answered answered -> submitted(answered);
        };
    }

    private SubmitOutcome submitted(CallResult.Answered answered) {
        Optional<JsonNode> body = parsed(answered.body());
        if (answered.isSuccess()) {
            String taskId = body.map(node -> node.path("id").asText("")).orElse("");
            // A success whose id cannot be read may have been accepted and billed.
            return taskId.isEmpty()
                    ? new SubmitOutcome.Unknown("success without a task id")
                    : new SubmitOutcome.Accepted(taskId, Optional.empty());
        }
        ArkFault fault = body.map(this::fault).orElse(ArkFault.NONE);
        String detail = "HTTP " + answered.status() + " " + fault.loggable();
        ErrorKind kind = ofCreate(ArkErrors.ofAnswer(answered.status(), fault));
        if (isAmbiguous(answered.status()) && kind != ErrorKind.ROUTE_MISCONFIGURED) {
            return new SubmitOutcome.Unknown(detail);
        }
        return new SubmitOutcome.Refused(kind, detail, kind == ErrorKind.RATE_LIMIT ? retry(answered) : Optional.empty());
    }

    /** Before there is a task, what was not found is the address or the model. */
    private static ErrorKind ofCreate(ErrorKind kind) {
        return kind == ErrorKind.NOT_FOUND ? ErrorKind.ROUTE_MISCONFIGURED : kind;
    }

    private static Optional<java.time.Duration> retry(CallResult.Answered answered) {
        return Optional.of(answered.retryAfter().orElse(ArkLimits.RETRY_RATE_LIMIT));
    }

    private static boolean isAmbiguous(int status) {
        return status >= 500 || status == 408;
    }

    /** The state of one task. */
    TaskState state(CallResult result, CostOfTokens price) throws ProviderException {
        CallResult.Answered answered = answered(result);
        Optional<JsonNode> body = parsed(answered.body());
        if (answered.isSuccess()) {
            return state(body.orElseThrow(() -> new ProviderException(ErrorKind.PROTOCOL, "the answer is no JSON")), price);
        }
        ArkFault fault = body.map(this::fault).orElse(ArkFault.NONE);
        ErrorKind kind = ArkErrors.ofAnswer(answered.status(), fault);
        if (kind == ErrorKind.NOT_FOUND) {
            return new TaskState.Missing();
        }
        throw new ProviderException(kind, "HTTP " + answered.status() + " " + fault.loggable(), answered.retryAfter());
    }

    /** The states in a list, by task id. */
    Map<String, TaskState> states(CallResult result, CostOfTokens price) throws ProviderException {
        Map<String, TaskState> states = new HashMap<>();
        for (JsonNode item : list(result).path("items")) {
            states.put(item.path("id").asText(""), state(item, price));
        }
        return states;
    }

    /** A page of the list as it came; it has items. */
    JsonNode list(CallResult result) throws ProviderException {
        CallResult.Answered answered = answered(result);
        Optional<JsonNode> page = parsed(answered.body()).filter(body -> body.path("items").isArray());
        if (!answered.isSuccess() || page.isEmpty()) {
            ErrorKind kind = answered.isSuccess() ? ErrorKind.PROTOCOL : ArkErrors.ofAnswer(answered.status(), ArkFault.NONE);
            throw new ProviderException(kind, "list answered HTTP " + answered.status(), answered.retryAfter());
        }
        return page.get();
    }

    private static CallResult.Answered answered(CallResult result) throws ProviderException {
        return switch (result) {
            case CallResult.Answered answered -> answered;
            case CallResult.NotSent notSent -> throw new ProviderException(ErrorKind.UPSTREAM, "not reached: " + notSent.reason());
            case CallResult.Lost lost -> throw new ProviderException(ErrorKind.UPSTREAM, "no answer: " + lost.reason());
        };
    }

    private TaskState state(JsonNode task, CostOfTokens price) throws ProviderException {
        String status = task.path("status").asText("").toLowerCase(Locale.ROOT);
        return switch (status) {
            case "queued", "pending", "submitted" -> new TaskState.Waiting();
            case "succeeded", "completed" -> ready(task, price);
            case "failed" -> {
                ArkFault fault = fault(task);
                yield new TaskState.Failed(ArkErrors.ofTask(fault), "task failed: " + fault.loggable());
            }
            case "expired" -> new TaskState.Failed(ErrorKind.TIMEOUT, "task expired");
            case "cancelled", "canceled" -> new TaskState.Failed(ErrorKind.CANCELLED_BY_PROVIDER, "task cancelled");
            case "" -> throw new ProviderException(ErrorKind.PROTOCOL, "the answer has no status");
            // An unknown word may come with a newer gateway: the task goes on until its deadline.
            default -> new TaskState.Running(OptionalDouble.empty());
        };
    }

    private TaskState ready(JsonNode task, CostOfTokens price) throws ProviderException {
        String address = task.path("content").path("video_url").asText("");
        if (address.isEmpty()) {
            return new TaskState.Finalizing();
        }
        OptionalLong tokens = number(task.path("usage").path("completion_tokens"));
        Optional<Money> cost = tokens.isPresent()
                ? price.of(task.path("model").asText(""), tokens.getAsLong())
                : Optional.empty();
        String lastFrame = task.path("content").path("last_frame_url").asText("");
        return new TaskState.Ready(new GeneratedClip(
                address(address), lastFrame.isEmpty() ? Optional.empty() : Optional.of(address(lastFrame)), cost));
    }

    private static URI address(String text) throws ProviderException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException fault) {
            throw new ProviderException(ErrorKind.PROTOCOL, "the clip's address cannot be read");
        }
    }

    private static OptionalLong number(JsonNode node) {
        String text = node.asText("");
        return text.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** The error may be an object, a text, absent, or the flat form of relays. */
    private ArkFault fault(JsonNode body) {
        JsonNode error = body.path("error");
        if (error.isObject()) {
            return new ArkFault(error.path("code").asText(""), error.path("message").asText(""));
        }
        if (error.isTextual()) {
            return new ArkFault("", error.asText());
        }
        return wrapped(body);
    }

    /** Relays put the gateway's own JSON as a text into their message. */
    private ArkFault wrapped(JsonNode body) {
        String message = body.path("message").asText("");
        Optional<JsonNode> inner = message.startsWith("{") ? parsed(message) : Optional.empty();
        return inner.filter(node -> node.path("error").isObject())
                .map(this::fault)
                .orElseGet(() -> new ArkFault(body.path("code").asText(""), message));
    }

    private Optional<JsonNode> parsed(String text) {
        try {
            JsonNode node = json.readTree(text);
            return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
