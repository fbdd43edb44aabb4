package org.spoolbot.discord.fake;

import java.util.List;

/** A guild (what people call a server). */
public final class Guild {
    /** Its id. */
    public String id() {
        throw new UnsupportedOperationException();
    }

    /** Its first text channel. */
    public Channel general() {
        throw new UnsupportedOperationException();
    }

    /** Makes a text channel and tells the gateway. */
    public Channel textChannel(String name) {
        throw new UnsupportedOperationException();
    }

    /** Its channels without threads. */
    public List<Channel> channels() {
        throw new UnsupportedOperationException();
    }

    /** Makes a role and tells the gateway. */
    public Role role(String name, Permission... permissions) {
        throw new UnsupportedOperationException();
    }

    /** Gives a member of it a role, a person who is not one yet joins. */
    public void give(Person person, Role role) {
        throw new UnsupportedOperationException();
    }

    /** Replaces what @everyone may; the bot's own role keeps what it has, see {@link #botMay}. */
    public void everyoneMay(Permission... permissions) {
        throw new UnsupportedOperationException();
    }

    /** Replaces what the bot's own role allows. */
    public void botMay(Permission... permissions) {
        throw new UnsupportedOperationException();
    }

    /** Sets the boost tier, 0 to 3, which decides the upload limit. */
    public void tier(int tier) {
        throw new UnsupportedOperationException();
    }

    /** Throws the bot out: GUILD_DELETE, and from now on 50001 for its channels. */
    public void removeBot() {
        throw new UnsupportedOperationException();
    }
}
