package org.spoolbot.api.event;

import static java.util.Objects.requireNonNull;

import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.video.VideoRequest;

/** A member orders a clip. Fired before quota and price are looked at; may be denied, and the request may be changed. */
public final class VideoRequestEvent extends Deniable {
    private final Sender sender;
    private VideoRequest request;

    /** Fired by the engine. */
    public VideoRequestEvent(Sender sender, VideoRequest request) {
        this.sender = requireNonNull(sender, "sender is null");
        this.request = requireNonNull(request, "request is null");
    }

    /** Who orders. */
    public Sender sender() {
        return sender;
    }

    /** What is ordered, as earlier listeners left it. */
    public VideoRequest request() {
        return request;
    }

    /** Orders something else instead; it is checked and priced again. */
    public void replace(VideoRequest other) {
        request = requireNonNull(other, "other is null");
    }
}
