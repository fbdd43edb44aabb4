package org.spoolbot.telegram.outbound;

import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.SendResult;

/** What the server is told of how a call ended. */
final class Results {
    private Results() {}

    static SendResult ofSending(Calls.Outcome<MessageRef> outcome, long mostBytes) {
        return switch (outcome) {
            case Calls.Outcome.Done<MessageRef> done -> new SendResult.Sent(done.answer());
            case Calls.Outcome.Failed<MessageRef> failed -> of(failed.failure(), mostBytes);
        };
    }

    /** Changing a message twice does no harm: when nobody knows, it is as if it was not done. */
    static SendResult ofChange(Calls.Outcome<?> outcome, MessageRef message) {
        return switch (outcome) {
            case Calls.Outcome.Done<?> _ -> new SendResult.Sent(message);
            case Calls.Outcome.Failed<?> failed -> switch (failed.failure()) {
                case Failure.Unchanged _ -> new SendResult.Sent(message);
                case Failure.Unknown(String reason) -> new SendResult.Unreachable(reason);
                case Failure other -> of(other, 0);
            };
        };
    }

    private static SendResult of(Failure failure, long mostBytes) {
        return switch (failure) {
            case Failure.SlowDown(var pause) -> new SendResult.SlowDown(pause);
            case Failure.Moved _ -> new SendResult.Gone("the group moved on and on");
            case Failure.Unchanged _ -> new SendResult.Gone("nothing to change");
            case Failure.NoFile _ -> new SendResult.Gone("the file cannot be used");
            case Failure.NoText _ -> new SendResult.Gone("the message has no text");
            case Failure.Gone(String reason) -> new SendResult.Gone(reason);
            case Failure.Forbidden(String reason) -> new SendResult.Forbidden(reason);
            case Failure.TooLarge _ -> new SendResult.TooLarge(mostBytes);
            case Failure.NotSent(String reason) -> new SendResult.Unreachable(reason);
            case Failure.Unknown(String reason) -> new SendResult.UnknownOutcome(reason);
        };
    }
}
