package org.spoolbot.discord.fake;

/** The kinds of channels that a bot like ours meets; https://discord.com/developers/docs/resources/channel#channel-object-channel-types. */
public enum ChannelType {
    /** A text channel of a guild. */
    TEXT(0),
    /** The private channel of a person and the bot. */
    PRIVATE(1),
    /** A thread that everybody who sees its parent sees. */
    PUBLIC_THREAD(11);

    private final int number;

    ChannelType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
