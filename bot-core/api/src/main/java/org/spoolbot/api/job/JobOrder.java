package org.spoolbot.api.job;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.conversation.Conversation;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.video.VideoRequest;
import java.util.Optional;

/**
 * A request that a member confirmed.
 *
 * @param sender who pays
 * @param origin where, and with which roles, it was asked for: the chat's rules are checked there
 * @param destination where the clip goes
 * @param request what is wanted
 * @param agreedPrice the price the member saw; if it is dearer now, nothing starts
 * @param draft the conversation that is used up with it: a second press finds it gone
 */
public record JobOrder(
        Sender sender,
        Origin origin,
        Destination destination,
        VideoRequest request,
        Optional<Money> agreedPrice,
        Optional<Conversation> draft) {
    public JobOrder {
        requireNonNull(sender, "sender is null");
        requireNonNull(origin, "origin is null");
        requireNonNull(destination, "destination is null");
        requireNonNull(request, "request is null");
        requireNonNull(agreedPrice, "agreedPrice is null");
        requireNonNull(draft, "draft is null");
    }
}
