package org.spoolbot.discord.outbound;

import java.time.Duration;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.spoolbot.api.platform.SendResult;

/** What a failure means for who wanted to send. What is too large is judged elsewhere, because it takes knowing the place. */
final class Verdict {
    private static final Duration PEACE = Duration.ofSeconds(15);
    private static final Duration LONG_PEACE = Duration.ofMinutes(1);

    private Verdict() {}

    static SendResult of(Failure failure) {
        return switch (failure) {
            case Failure.Refused refused -> of(refused);
            case Failure.NotSent(String reason) -> new SendResult.Unreachable("no connection to Discord (" + reason + ")");
            case Failure.Lost(String reason) -> new SendResult.UnknownOutcome("Discord's answer was lost (" + reason + ")");
            case Failure.Late() -> new SendResult.SlowDown(PEACE);
            case Failure.Closed() -> new SendResult.Unreachable("the connection to Discord is closed");
            case Failure.Broken(String reason) -> new SendResult.Forbidden("the message could not be made (" + reason + ")");
        };
    }

    private static SendResult of(Failure.Refused refused) {
        if (refused.isServerFault() || refused.status() == 401) {
            return new SendResult.Unreachable(refused.reason());
        }
        if (refused.status() == 429) {
            return new SendResult.SlowDown(PEACE);
        }
        return switch (ErrorResponse.fromCode(refused.code())) {
            case UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, INVALID_WEBHOOK_TOKEN ->
                new SendResult.Gone(refused.reason());
            case CHANNEL_WRITE_RATE_LIMIT,
                    GUILD_WRITE_RATE_LIMIT,
                    SLOWMODE_RATE_LIMIT,
                    ANNOUNCEMENT_RATE_LIMIT,
                    MAX_OLD_MESSAGE_EDITS,
                    SERVICE_RESOURCE_RATE_LIMIT,
                    OPEN_DM_TOO_FAST -> new SendResult.SlowDown(PEACE);
            case RESOURCES_OVERLOADED,
                    APPLICATION_NOT_AVAILABLE,
                    FEATURE_TEMPORARILY_DISABLED,
                    MESSAGE_SEND_TEMPORARILY_DISABLED,
                    CLOUDFLARE_BLOCKED_REQUEST -> new SendResult.SlowDown(LONG_PEACE);
            default -> refused.status() == 404 ? new SendResult.Gone(refused.reason()) : new SendResult.Forbidden(refused.reason());
        };
    }
}
