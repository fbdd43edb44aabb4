package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a channel allows and denies a role (type 0) or a member (type 1): https://discord.com/developers/docs/resources/channel#overwrite-object. */
record Overwrite(String id, int type, long allow, long deny) {
    ObjectNode json() {
        return Json.object().put("id", id).put("type", type).put("allow", Long.toString(allow)).put("deny", Long.toString(deny));
    }
}
