package org.spoolbot.providers.dialect.evolink;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.GeneratedClip;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.provider.ProviderException;
import org.spoolbot.api.provider.SubmitOutcome;
import org.spoolbot.api.provider.TaskState;
import org.spoolbot.providers.gateway.GatewayFault;
import org.spoolbot.providers.gateway.GatewayJson;

/** EvoLink's answers as what they mean. Pure. */
final class EvolinkAnswers {
    /** EvoLink's price page: 1 USD is about 68 credits. */
    private static final BigDecimal CREDITS_PER_DOLLAR = BigDecimal.valueOf(68);
    private static final long LONGEST_ESTIMATE_SECONDS = Duration.ofDays(1).toSeconds();

    private final GatewayJson json;
    private final EvolinkFaultKinds kinds;
    private final boolean free;

    /** {@code free} where clips are samples that cost nothing. */
    EvolinkAnswers(GatewayJson json, EvolinkFaultKinds kinds, boolean free) {
        this.json = json;
        this.kinds = kinds;
        this.free = free;
    }

    Optional<SubmitOutcome.Accepted> accepted(JsonNode body) {
        OptionalLong seconds = GatewayJson.number(body.path("task_info").path("estimated_time"));
        Optional<Duration> estimate = seconds.isPresent() && seconds.getAsLong() > 0
                ? Optional.of(Duration.ofSeconds(Math.min(seconds.getAsLong(), LONGEST_ESTIMATE_SECONDS)))
                : Optional.empty();
        return Optional.of(new SubmitOutcome.Accepted(body.path("id").asText(""), estimate));
    }

    TaskState state(JsonNode task) throws ProviderException {
        String status = task.path("status").asText("").toLowerCase(Locale.ROOT);
        return switch (status) {
            case "pending", "queued" -> new TaskState.Waiting();
            case "completed" -> ready(task);
            case "failed" -> failed(json.fault(task));
            case "cancelled", "canceled" -> new TaskState.Failed(ErrorKind.CANCELLED_BY_PROVIDER, "task cancelled");
            case "" -> throw new ProviderException(ErrorKind.PROTOCOL, "the answer has no status");
            // "processing", or a word that came with a newer gateway: the task goes on until its deadline.
            default -> new TaskState.Running(fraction(task));
        };
    }

    private TaskState.Failed failed(GatewayFault fault) {
        return new TaskState.Failed(
                kinds.ofTask(fault), ("task failed: " + fault.loggable()).strip(), EvolinkFaultKinds.ofMaking(fault));
    }

    private static OptionalDouble fraction(JsonNode task) {
        OptionalLong percent = GatewayJson.number(task.path("progress"));
        return percent.isPresent() && percent.getAsLong() <= 100
                ? OptionalDouble.of(percent.getAsLong() / 100.0)
                : OptionalDouble.empty();
    }

    private TaskState ready(JsonNode task) throws ProviderException {
        String address = address(task);
        return address.isEmpty()
                ? new TaskState.Finalizing()
                : new TaskState.Ready(new GeneratedClip(GatewayJson.address(address), Optional.empty(), cost(task)));
    }

    /** Where the address stands has changed over time. */
    private static String address(JsonNode task) {
        String result = task.path("results").path(0).asText("");
        if (!result.isEmpty()) {
            return result;
        }
        for (JsonNode data : task.path("result_data")) {
            String video = data.path("video_url").asText("");
            if (!video.isEmpty()) {
                return video;
            }
        }
        return task.path("output").path("video_url").asText("");
    }

    private Optional<Money> cost(JsonNode task) {
        if (free) {
            return Optional.of(Money.ZERO);
        }
        String credits = task.path("usage").path("credits_reserved").asText("");
        return credits.matches("\\d{1,9}(\\.\\d{1,9})?") && new BigDecimal(credits).signum() > 0
                ? Optional.of(Money.of(new BigDecimal(credits).divide(CREDITS_PER_DOLLAR, 9, RoundingMode.CEILING)))
                : Optional.empty();
    }
}
