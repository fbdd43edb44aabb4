package org.spoolbot.discord.outbound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.Obstacle;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.discord.connection.Connection;
import org.spoolbot.discord.render.Layout;
import org.spoolbot.discord.render.MessageRenderer;

/** Sends messages of the bot itself, which need no interaction and therefore arrive however late. */
final class ChannelDesk {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Connection connection;
    private final Places places;
    private final Attempts attempts;
    private final MessageRenderer renderer;
    private final SizeLimits sizes;
    private final Recent<Layout> layouts;

    ChannelDesk(
            Connection connection,
            Places places,
            Attempts attempts,
            MessageRenderer renderer,
            SizeLimits sizes,
            Recent<Layout> layouts) {
        this.connection = connection;
        this.places = places;
        this.attempts = attempts;
        this.renderer = renderer;
        this.sizes = sizes;
        this.layouts = layouts;
    }

    SendResult send(Destination destination, Message message) {
        Optional<SendResult> hopeless = places.obstacle(destination).flatMap(obstacle -> verdict(obstacle, message));
        if (hopeless.isPresent()) {
            return hopeless.get();
        }
        Optional<JDA> shard = destination.community().isPresent()
                ? connection.shardFor(destination.community().get().id())
                : connection.anyShard();
        return shard.map(jda -> send(jda, destination, message))
                .orElseGet(() -> new SendResult.Unreachable("there is no connection to Discord"));
    }

    /** The largest file that fits there now. */
    long limit(Destination destination) {
        return sizes.limit(key(destination), places.fileLimit(destination));
    }

    /** A file was refused there: what to try instead. */
    SendResult tooLarge(Destination destination, Message message) {
        long size = message.attachments().stream()
                .mapToLong(attachment -> attachment.file().info().bytes())
                .max()
                .orElse(0);
        return new SendResult.TooLarge(sizes.refused(key(destination), places.fileLimit(destination), size));
    }

    private SendResult send(JDA jda, Destination destination, Message message) {
        String nonce = message.envelope().nonce().orElseGet(ChannelDesk::randomNonce);
        Optional<String> replyTo = Address.repliedMessage(destination);
        Outcome<String> outcome = post(jda, destination, message, nonce, replyTo);
        if (replyTo.isPresent() && isAboutTheReply(outcome)) {
            outcome = post(jda, destination, message, nonce, Optional.empty());
        }
        return switch (outcome) {
            case Outcome.Done<String>(String id) -> {
                layouts.put(id, MessageRenderer.layoutOf(message));
                yield new SendResult.Sent(Address.of(destination, id).reference());
            }
            case Outcome.Failed<String>(Failure.Refused refused) when refused.isTooLarge() -> tooLarge(destination, message);
            case Outcome.Failed<String>(Failure failure) -> result(destination, failure);
        };
    }

    private Outcome<String> post(JDA jda, Destination destination, Message message, String nonce, Optional<String> replyTo) {
        String place = Address.place(destination);
        Layout layout = MessageRenderer.layoutOf(message);
        return attempts.repeatable(PATIENCE, () -> Wire.create(jda, place, renderer.create(message, layout), nonce, replyTo));
    }

    /** Replying takes more rights than writing, and what is replied to may be gone. */
    private static boolean isAboutTheReply(Outcome<String> outcome) {
        return outcome instanceof Outcome.Failed<String>(Failure.Refused refused)
                && (refused.is(ErrorResponse.REPLY_FAILED_MISSING_MESSAGE_HISTORY_PERM)
                        || refused.is(ErrorResponse.REFERENCED_MESSSAGE_NOT_FOUND));
    }

    /** Discord says "missing access" for what it hides and for what it no longer has. */
    private SendResult result(Destination destination, Failure failure) {
        SendResult result = Verdict.of(failure);
        boolean away = result instanceof SendResult.Forbidden
                && places.obstacle(destination).filter(ChannelDesk::isAway).isPresent();
        return away ? new SendResult.Gone("the bot is no longer there") : result;
    }

    private static Optional<SendResult> verdict(Obstacle obstacle, Message message) {
        return switch (obstacle) {
            case GONE -> Optional.of(new SendResult.Gone("the channel is gone"));
            case NOT_A_MEMBER -> Optional.of(new SendResult.Gone("the bot is not a member there"));
            case MAY_NOT_SEE -> Optional.of(new SendResult.Forbidden("the bot may not see the channel"));
            case MAY_NOT_WRITE -> Optional.of(new SendResult.Forbidden("the bot may not write in the channel"));
            case MAY_NOT_ATTACH ->
                Optional.<SendResult>of(new SendResult.Forbidden("the bot may not attach files in the channel"))
                        .filter(_ -> !message.attachments().isEmpty());
        };
    }

    private static boolean isAway(Obstacle obstacle) {
        return obstacle == Obstacle.GONE || obstacle == Obstacle.NOT_A_MEMBER;
    }

    private static String key(Destination destination) {
        return destination.community().map(community -> community.id()).orElse("private");
    }

    private static String randomNonce() {
        return Long.toUnsignedString(ThreadLocalRandom.current().nextLong());
    }
}
