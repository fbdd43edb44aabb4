package org.spoolbot.discord.fake;

/** Somebody with an account. */
public final class Person {
    /** The account. */
    public User user() {
        throw new UnsupportedOperationException();
    }

    /** Sets the language of their app, "en-US" until then. */
    public Person language(String locale) {
        throw new UnsupportedOperationException();
    }

    /** Whether a bot may write to them privately; 50007 when not. */
    public Person acceptsPrivateMessages(boolean accepts) {
        throw new UnsupportedOperationException();
    }

    /** At the keyboard in a channel; joins its guild when needed. */
    public Keyboard in(Channel channel) {
        throw new UnsupportedOperationException();
    }

    /** At the keyboard in the private channel with the bot. */
    public Keyboard privately() {
        throw new UnsupportedOperationException();
    }

    /** The private channel with the bot. */
    public Channel privateChannel() {
        throw new UnsupportedOperationException();
    }
}
