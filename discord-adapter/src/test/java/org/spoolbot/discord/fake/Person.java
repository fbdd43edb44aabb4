package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Somebody with an account. */
public final class Person {
    private final World world;
    private final User user;
    private volatile String locale = "en-US";
    private volatile boolean open = true;
    private volatile boolean installed;
    private Optional<Channel> privateChannel = Optional.empty();

    Person(World world, User user) {
        this.world = world;
        this.user = user;
    }

    /** The account. */
    public User user() {
        return user;
    }

    /** Sets the language of their app, "en-US" until then. */
    public Person language(String appLocale) {
        locale = appLocale;
        return this;
    }

    /** Whether a bot may write to them privately; 50007 when not. */
    public Person acceptsPrivateMessages(boolean accepts) {
        open = accepts;
        return this;
    }

    /** Installs the bot to this account, so that it can be used in guilds that it is not in. */
    public Person installs() {
        installed = true;
        return this;
    }

    /** At the keyboard in a channel; joins its guild when needed. */
    public Keyboard in(Channel channel) {
        world.changed(() -> channel.guild().ifPresent(guild -> guild.join(user)));
        return new Keyboard(world.typist(), this, channel);
    }

    /** At the keyboard in the private channel with the bot. */
    public Keyboard privately() {
        return new Keyboard(world.typist(), this, privateChannel());
    }

    /** The private channel with the bot. */
    public Channel privateChannel() {
        return world.changing(() -> {
            if (privateChannel.isEmpty()) {
                Channel channel = Channel.privateWith(world, this);
                world.add(channel);
                privateChannel = Optional.of(channel);
            }
            return privateChannel.get();
        });
    }

    String locale() {
        return locale;
    }

    boolean acceptsPrivateMessages() {
        return open;
    }

    boolean hasInstalled() {
        return installed;
    }

    /**
     * Whose installation let them use the bot here: key 0 the guild (or 0 in the bot's private channel), key 1 the user;
     * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object.
     */
    ObjectNode owners(Channel channel) {
        ObjectNode owners = Json.object();
        boolean foreign = channel.guild().filter(guild -> !guild.hasBot()).isPresent();
        if (!foreign) {
            owners.put("0", channel.guild().map(Guild::id).orElse("0"));
        }
        return installed ? owners.put("1", user.id()) : owners;
    }
}
