package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A role of a guild; the one whose id is the guild's is @everyone. */
public record Role(String id, String name, long permissions) {
    /** The role object, https://discord.com/developers/docs/topics/permissions#role-object. */
    ObjectNode json(int position, boolean managed) {
        ObjectNode json = Json.object().put("id", id).put("name", name).put("position", position);
        json.put("permissions", Long.toString(permissions)).put("managed", managed);
        json.put("color", 0).put("hoist", false).put("mentionable", false).put("flags", 0);
        json.putNull("icon").putNull("unicode_emoji").putNull("description");
        json.putObject("colors").put("primary_color", 0).putNull("secondary_color").putNull("tertiary_color");
        return json;
    }
}
