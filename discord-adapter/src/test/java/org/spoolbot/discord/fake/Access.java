package org.spoolbot.discord.fake;

/** What the bot may reach: gone things first, then what it cannot see, then what it may not do. */
final class Access {
    private final World world;

    Access(World world) {
        this.world = world;
    }

    /** A channel that the bot sees; 10003 when there is none, 50001 when it is not there or may not view it. */
    Channel channel(String id) {
        Channel channel = world.channel(id).orElseThrow(ApiError::unknownChannel);
        if (!may(channel, Permission.VIEW_CHANNEL)) {
            throw ApiError.missingAccess();
        }
        return channel;
    }

    /** A guild that the bot is in. */
    Guild guild(String id) {
        return world.anyGuild(id).filter(guild -> world.look(guild::hasBot)).orElseThrow(ApiError::unknownGuild);
    }

    /** A message that stands in the channel and is not somebody's ephemeral one. */
    Post post(Channel channel, String id) {
        Post post = world.look(() -> channel.posts().get(id));
        if (post == null || post.ephemeral()) {
            throw ApiError.unknownMessage();
        }
        return post;
    }

    boolean may(Channel channel, Permission permission) {
        return world.look(() -> (channel.permissionsOf(world.bot().id()) & permission.value()) != 0);
    }

    void require(Channel channel, Permission permission) {
        if (!may(channel, permission)) {
            throw ApiError.missingPermissions();
        }
    }
}
