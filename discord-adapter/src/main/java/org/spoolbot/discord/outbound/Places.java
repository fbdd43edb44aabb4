package org.spoolbot.discord.outbound;

import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.attribute.IAgeRestrictedChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.platform.Obstacle;
import org.spoolbot.discord.connection.Connection;

/** What is known of channels without asking Discord. */
final class Places {
    /** What may be an id of Discord: a number that fits into 64 bits. */
    private static final Pattern SNOWFLAKE = Pattern.compile("[1-9]\\d{0,18}");

    private final Connection connection;

    Places(Connection connection) {
        this.connection = connection;
    }

    /** What keeps a message with a file from arriving there; empty if nothing does, or nothing is known. */
    Optional<Obstacle> obstacle(Destination destination) {
        Optional<JDA> shard = shard(destination).filter(found -> found.getStatus() == JDA.Status.CONNECTED);
        if (shard.isEmpty()) {
            return Optional.empty();
        }
        Guild guild = shard.get().getGuildById(community(destination));
        if (guild != null && !guild.isDetached()) {
            return inGuild(guild, destination);
        }
        boolean away = shard.get().getUnavailableGuilds().contains(community(destination));
        return away ? Optional.empty() : Optional.of(Obstacle.NOT_A_MEMBER);
    }

    /** The largest file that the server's boosts allow. */
    long fileLimit(Destination destination) {
        return guild(destination).map(Guild::getMaxFileSize).orElse(SizeLimits.BASE);
    }

    /** Whether only adults are let in. */
    boolean isAgeRestricted(Destination destination) {
        return guild(destination)
                .map(guild -> guild.getGuildChannelById(destination.channel()))
                .filter(IAgeRestrictedChannel.class::isInstance)
                .map(channel -> ((IAgeRestrictedChannel) channel).isNSFW())
                .orElse(false);
    }

    /** What people there call a channel, a thread or a role. */
    Optional<String> nameOf(Community community, String id) {
        if (!SNOWFLAKE.matcher(id).matches()) {
            return Optional.empty();
        }
        return guild(community).flatMap(guild -> Optional.ofNullable(guild.getGuildChannelById(id))
                .map(channel -> "#" + channel.getName())
                .or(() -> Optional.ofNullable(guild.getRoleById(id)).map(role -> "@" + role.getName())));
    }

    private static Optional<Obstacle> inGuild(Guild guild, Destination destination) {
        GuildChannel channel = guild.getGuildChannelById(destination.channel());
        if (channel == null) {
            return Optional.of(Obstacle.GONE);
        }
        Member bot = guild.getSelfMember();
        if (!bot.hasPermission(channel, Permission.VIEW_CHANNEL)) {
            return Optional.of(Obstacle.MAY_NOT_SEE);
        }
        Permission writing = destination.thread().isPresent() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND;
        if (bot.isTimedOut() || !bot.hasPermission(channel, writing)) {
            return Optional.of(Obstacle.MAY_NOT_WRITE);
        }
        return bot.hasPermission(channel, Permission.MESSAGE_ATTACH_FILES) ? Optional.empty() : Optional.of(Obstacle.MAY_NOT_ATTACH);
    }

    private Optional<Guild> guild(Destination destination) {
        return destination.community().flatMap(this::guild);
    }

    private Optional<Guild> guild(Community community) {
        return connection.shardFor(community.id())
                .map(shard -> shard.getGuildById(community.id()))
                .filter(guild -> !guild.isDetached());
    }

    private Optional<JDA> shard(Destination destination) {
        return destination.community().flatMap(community -> connection.shardFor(community.id()));
    }

    private static String community(Destination destination) {
        return destination.community().orElseThrow().id();
    }
}
