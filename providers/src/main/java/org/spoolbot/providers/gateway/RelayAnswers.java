package org.spoolbot.providers.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GeneratedClip;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;

/**
 * Tasks as relays of the new-api kind tell them: flat, or wrapped into {@code code} and {@code data}, with status words of three
 * generations. Pure.
 */
public final class RelayAnswers {
    private final GatewayJson json;
    private final SeedanceCodes kinds = new SeedanceCodes();

    /** With the reader of foreign JSON. */
    public RelayAnswers(GatewayJson json) {
        this.json = json;
    }

    /** The answer to an order; empty if it holds no task id. Where there are two, the one of the document's name counts. */
    public static Optional<SubmitOutcome.Accepted> accepted(JsonNode body, String name, String otherName) {
        return first(task(body), name, otherName).map(id -> new SubmitOutcome.Accepted(id, Optional.<Duration>empty()));
    }

    /** The answer to a question. */
    public TaskState state(JsonNode body) throws ProviderException {
        JsonNode task = task(body);
        String status = task.path("status").asText("").toLowerCase(Locale.ROOT);
        return switch (status) {
            case "pending", "submitted", "queued", "not_start", "unknown" -> new TaskState.Waiting();
            case "succeeded", "success", "completed" -> ready(task);
            case "failed", "failure" -> failed(fault(task));
            case "expired" -> new TaskState.Failed(ErrorKind.TIMEOUT, "task expired");
            case "cancelled", "canceled" -> new TaskState.Failed(ErrorKind.CANCELLED_BY_PROVIDER, "task cancelled");
            case "" -> withoutStatus(body);
            // The documents leave the list of words open: the task goes on until its deadline.
            default -> new TaskState.Running(fraction(task));
        };
    }

    private static JsonNode task(JsonNode body) {
        JsonNode data = body.path("data");
        return data.isObject() && !body.has("status") ? data : body;
    }

    /** A refusal that came as a success. */
    private TaskState withoutStatus(JsonNode body) throws ProviderException {
        GatewayFault fault = json.fault(body);
        ErrorKind kind = kinds.ofAnswer(200, fault);
        if (kind == ErrorKind.NOT_FOUND) {
            return new TaskState.Missing();
        }
        throw new ProviderException(kind, ("the answer has no status " + fault.loggable()).strip());
    }

    private TaskState.Failed failed(GatewayFault fault) {
        return new TaskState.Failed(kinds.ofTask(fault), ("task failed: " + fault.loggable()).strip(), SeedanceCodes.ofMaking(fault));
    }

    /** Read of failed tasks only: older relays keep the address of a clip that was made in {@code fail_reason}. */
    private GatewayFault fault(JsonNode task) {
        String reason = task.path("fail_reason").asText("");
        GatewayFault told = json.fault(task);
        if (!told.equals(GatewayFault.NONE)) {
            return told;
        }
        GatewayFault inner = json.fault(task.path("data"));
        return inner.equals(GatewayFault.NONE) ? json.fault("", reason) : inner;
    }

    private static TaskState ready(JsonNode task) throws ProviderException {
        Optional<String> address = address(task);
        if (address.isEmpty()) {
            return new TaskState.Finalizing();
        }
        return made(task, GatewayJson.address(address.get()));
    }

    /** The task as finished, with its clip at that address. */
    public static TaskState.Ready made(JsonNode body, URI clip) {
        return new TaskState.Ready(new GeneratedClip(clip, Optional.empty(), Optional.empty(), billed(task(body))));
    }

    private static Optional<String> address(JsonNode task) {
        JsonNode upstream = task.path("data");
        return first(task, "video_url", "url", "result_url")
                .or(() -> first(task.path("metadata"), "url", "video_url"))
                .or(() -> first(upstream, "video_url", "url"))
                .or(() -> first(upstream.path("content"), "video_url"));
    }

    private static OptionalLong billed(JsonNode task) {
        OptionalLong told = tokens(task.path("usage"));
        return told.isPresent() ? told : tokens(task.path("data").path("usage"));
    }

    private static OptionalLong tokens(JsonNode usage) {
        OptionalLong made = GatewayJson.number(usage.path("completion_tokens"));
        return made.isPresent() ? made : GatewayJson.number(usage.path("total_tokens"));
    }

    /** From 0 to 100, as a number or as a text with a percent sign. */
    private static OptionalDouble fraction(JsonNode task) {
        String text = task.path("progress").asText("").replace("%", "").strip();
        if (!text.matches("\\d{1,3}(\\.\\d{1,6})?")) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.min(1, Double.parseDouble(text) / 100));
    }

    private static Optional<String> first(JsonNode node, String... names) {
        for (String name : names) {
            String text = node.path(name).asText("");
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
