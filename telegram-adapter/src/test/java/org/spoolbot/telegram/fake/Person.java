package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalInt;

/** Somebody with a Telegram client. */
public final class Person {
    private final World world;
    private final long id;
    private final String name;
    private final String username;
    private volatile String language = "en";
    private volatile boolean blocks;

    Person(World world, long id, String name, String username) {
        this.world = world;
        this.id = id;
        this.name = name;
        this.username = username;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String username() {
        return username;
    }

    /** Sets the language of the client, an IETF tag; empty if the client tells none. */
    public Person speaks(String tag) {
        language = tag;
        return this;
    }

    String language() {
        return language;
    }

    /** The person in a group, in its general topic if it has topics. */
    public Seat in(Chat chat) {
        return new Seat(world, chat, json(), OptionalInt.empty(), false);
    }

    public Seat in(Chat chat, int topic) {
        return new Seat(world, chat, json(), OptionalInt.of(topic), false);
    }

    /** The person's private chat with the bot. */
    public Seat privately() {
        return in(privateChat());
    }

    public Chat privateChat() {
        return world.privateChat(this);
    }

    /** Stops the bot. The bot hears of it once. */
    public void blocks() {
        world.scene().change(() -> {
            blocks = true;
            Changes.bot(world, privateChat(), json(), Standing.member(), Standing.kicked());
        });
    }

    public void unblocks() {
        world.scene().change(() -> {
            blocks = false;
            Changes.bot(world, privateChat(), json(), Standing.kicked(), Standing.member());
        });
    }

    boolean isBlocking() {
        return blocks;
    }

    ObjectNode json() {
        ObjectNode user = Json.object().put("id", id).put("is_bot", false).put("first_name", name).put("username", username);
        return language.isEmpty() ? user : user.put("language_code", language);
    }
}
