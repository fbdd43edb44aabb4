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
 * @param once what the order comes from, if that may be handed in again after a crash: of two orders of the same thing by the same member
 *     only the first starts a job, and the second is answered with {@link Admission.Repeated}; at most 200 characters
 */
public record JobOrder(
        Sender sender,
        Origin origin,
        Destination destination,
        VideoRequest request,
        Optional<Money> agreedPrice,
        Optional<Conversation> draft,
        Optional<String> once) {
    public JobOrder {
        requireNonNull(sender, "sender is null");
        requireNonNull(origin, "origin is null");
        requireNonNull(destination, "destination is null");
        requireNonNull(request, "request is null");
        requireNonNull(agreedPrice, "agreedPrice is null");
        requireNonNull(draft, "draft is null");
        requireNonNull(once, "once is null");
        if (once.filter(key -> key.length() > 200).isPresent()) {
            throw new IllegalArgumentException("once has more than 200 characters");
        }
    }

    /** An order that cannot come twice, or whose draft guards it. */
    public JobOrder(
            Sender sender,
            Origin origin,
            Destination destination,
            VideoRequest request,
            Optional<Money> agreedPrice,
            Optional<Conversation> draft) {
        this(sender, origin, destination, request, agreedPrice, draft, Optional.empty());
    }
}
