package org.spoolbot.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts messages up, changes them and takes them down, and tells the gateway; of ephemeral ones it tells nothing. */
final class Board {
    private final World world;

    Board(World world) {
        this.world = world;
    }

    void put(Post post) {
        world.changed(() -> post.channel().add(post));
        tell("MESSAGE_CREATE", post);
    }

    void changed(Post post) {
        tell("MESSAGE_UPDATE", post);
    }

    void remove(Post post) {
        if (world.changing(() -> post.channel().posts().remove(post.id())) == null) {
            throw ApiError.unknownMessage();
        }
        if (!post.ephemeral()) {
            world.tell("MESSAGE_DELETE", () -> located(post, Json.object().put("id", post.id()).put("channel_id", post.channel().id())));
        }
    }

    private void tell(String type, Post post) {
        if (!post.ephemeral() && reachesBot(post.channel())) {
            world.tell(type, () -> located(post, post.json().deepCopy()));
        }
    }

    private boolean reachesBot(Channel channel) {
        return world.look(() -> (channel.permissionsOf(world.bot().id()) & Permission.VIEW_CHANNEL.value()) != 0);
    }

    /** In a guild, events carry its id, and new messages the author as a member of it. */
    private static ObjectNode located(Post post, ObjectNode data) {
        post.channel().guild().ifPresent(guild -> {
            data.put("guild_id", guild.id());
            if (data.has("author")) {
                guild.member(post.author().id()).ifPresent(member -> data.set("member", member.partial()));
            }
        });
        return data;
    }
}
