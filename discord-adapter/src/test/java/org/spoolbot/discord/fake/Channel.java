package org.spoolbot.discord.fake;

import java.util.List;
import java.util.function.Predicate;

/** A text channel, thread or private channel. */
public final class Channel {
    /** Its id. */
    public String id() {
        throw new UnsupportedOperationException();
    }

    /** Makes a public thread below it and tells the gateway. */
    public Channel thread(String name) {
        throw new UnsupportedOperationException();
    }

    /** Marks it age-restricted. */
    public void nsfw(boolean nsfw) {
        throw new UnsupportedOperationException();
    }

    /** Takes permissions from the bot in this channel alone, by an overwrite for its role. */
    public void deny(Permission... permissions) {
        throw new UnsupportedOperationException();
    }

    /** Deletes it and tells the gateway; from now on 10003. */
    public void delete() {
        throw new UnsupportedOperationException();
    }

    /** The messages that stand in it, oldest first, without ephemeral ones. */
    public List<Message> messages() {
        throw new UnsupportedOperationException();
    }

    /** Waits until a message like that stands in it. */
    public Message await(Predicate<Message> wanted) {
        throw new UnsupportedOperationException();
    }
}
