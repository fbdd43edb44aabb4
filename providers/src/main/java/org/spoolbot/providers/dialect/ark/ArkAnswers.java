package org.spoolbot.providers.dialect.ark;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GeneratedClip;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.providers.gateway.FaultKinds;
import org.spoolbot.providers.gateway.GatewayFault;
import org.spoolbot.providers.gateway.GatewayJson;
import org.spoolbot.providers.gateway.SeedanceCodes;

/** Ark's tasks as states. Pure. */
final class ArkAnswers {
    private final GatewayJson json;
    private final FaultKinds kinds;

    ArkAnswers(GatewayJson json, FaultKinds kinds) {
        this.json = json;
        this.kinds = kinds;
    }

    TaskState state(JsonNode task) throws ProviderException {
        String status = task.path("status").asText("").toLowerCase(Locale.ROOT);
        return switch (status) {
            case "queued", "pending", "submitted" -> new TaskState.Waiting();
            case "succeeded", "completed" -> ready(task);
            case "failed" -> failed(json.fault(task));
            case "expired" -> new TaskState.Failed(ErrorKind.TIMEOUT, "task expired");
            case "cancelled", "canceled" -> new TaskState.Failed(ErrorKind.CANCELLED_BY_PROVIDER, "task cancelled");
            case "" -> throw new ProviderException(ErrorKind.PROTOCOL, "the answer has no status");
            // An unknown word may come with a newer gateway: the task goes on until its deadline.
            default -> new TaskState.Running(OptionalDouble.empty());
        };
    }

    private TaskState.Failed failed(GatewayFault fault) {
        return new TaskState.Failed(kinds.ofTask(fault), "task failed: " + fault.loggable(), SeedanceCodes.ofMaking(fault));
    }

    private static TaskState ready(JsonNode task) throws ProviderException {
        String address = task.path("content").path("video_url").asText("");
        if (address.isEmpty()) {
            return new TaskState.Finalizing();
        }
        OptionalLong tokens = GatewayJson.number(task.path("usage").path("completion_tokens"));
        String frame = task.path("content").path("last_frame_url").asText("");
        Optional<URI> lastFrame = frame.isEmpty() ? Optional.empty() : Optional.of(GatewayJson.address(frame));
        return new TaskState.Ready(new GeneratedClip(GatewayJson.address(address), lastFrame, Optional.empty(), tokens));
    }
}
