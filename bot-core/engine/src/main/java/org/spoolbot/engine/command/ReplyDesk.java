package org.spoolbot.engine.command;

import jakarta.inject.Inject;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Message.Audience;
import org.spoolbot.api.message.Message.Envelope;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.engine.platform.PlatformDirectory;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers by the platform they belong to. */
final class ReplyDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyDesk.class);

    private final PlatformDirectory platforms;

    @Inject
    ReplyDesk(PlatformDirectory platforms) {
        this.platforms = platforms;
    }

    SendResult send(Account asker, Destination destination, Message message) {
        return platforms
                .find(destination.platform())
                .map(platform -> told(platform.send(destination, addressed(asker, message))))
                .orElseGet(ReplyDesk::platformGone);
    }

    SendResult edit(Account asker, MessageRef place, Message message) {
        return platforms
                .find(place.platform())
                .map(platform -> told(platform.edit(place, addressed(asker, message))))
                .orElseGet(ReplyDesk::platformGone);
    }

    /** A message for the asker alone says who that is, because a platform may have to look for another way to them. */
    private static Message addressed(Account asker, Message message) {
        Envelope envelope = message.envelope();
        if (envelope.audience() == Audience.CHANNEL || envelope.mention().isPresent()) {
            return message;
        }
        return message.in(new Envelope(envelope.audience(), Optional.of(asker), envelope.nonce(), envelope.spoiler()));
    }

    private static SendResult told(SendResult result) {
        if (!result.isSent()) {
            LOG.info("an answer was not sent: {}", result.getClass().getSimpleName());
        }
        return result;
    }

    private static SendResult platformGone() {
        return new SendResult.Unreachable("the platform is not enabled");
    }
}
