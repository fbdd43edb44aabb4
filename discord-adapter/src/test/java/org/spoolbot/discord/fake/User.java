package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An account. */
public record User(String id, String name, boolean bot) {
    /** What it looks like inside a text. */
    public String mention() {
        return "<@" + id + ">";
    }

    /** The user object, https://discord.com/developers/docs/resources/user#user-object. */
    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("username", name).put("discriminator", "0").put("global_name", name);
        json.putNull("avatar").putNull("primary_guild");
        json.put("public_flags", 0).put("flags", 0);
        return bot ? json.put("bot", true) : json;
    }
}
