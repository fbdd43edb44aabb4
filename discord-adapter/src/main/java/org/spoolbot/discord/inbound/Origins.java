package org.spoolbot.discord.inbound;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.discord.outbound.Address;

/** Who did something on Discord, where and when. */
final class Origins {
    private Origins() {}

    /** Of an interaction: it is what will be answered. */
    static Origin of(Interaction interaction) {
        Channel channel = interaction.getChannel();
        Destination place = channel == null
                ? new Destination(
                        Address.PLATFORM,
                        community(interaction.getGuild()),
                        String.valueOf(interaction.getChannelIdLong()),
                        Optional.empty(),
                        Optional.empty())
                : place(channel, interaction.getGuild());
        Member member = interaction.getMember();
        return new Origin(
                account(interaction.getUser()),
                name(interaction.getUser(), member),
                language(interaction.getUserLocale()),
                place.replyingTo(Address.replyToInteraction(interaction.getId())),
                standing(member, channel),
                roles(member),
                interaction.getTimeCreated().toInstant());
    }

    /** Of a message. Discord does not tell the language of its author. */
    static Origin of(Message message) {
        Channel channel = message.getChannel();
        Member member = message.getMember();
        return new Origin(
                account(message.getAuthor()),
                name(message.getAuthor(), member),
                Optional.empty(),
                place(channel, message.hasGuild() ? message.getGuild() : null),
                standing(member, channel),
                roles(member),
                message.getTimeCreated().toInstant());
    }

    /** A thread of a foreign server does not tell its parent, so it stands for itself. */
    private static Destination place(Channel channel, @Nullable Guild guild) {
        boolean inThread = channel instanceof ThreadChannel && !channel.isDetached();
        String parent = channel instanceof ThreadChannel thread && inThread
                ? thread.getParentChannel().getId()
                : channel.getId();
        Optional<String> thread = inThread ? Optional.of(channel.getId()) : Optional.empty();
        return new Destination(Address.PLATFORM, community(guild), parent, thread, Optional.empty());
    }

    private static Optional<Community> community(@Nullable Guild guild) {
        return Optional.ofNullable(guild).map(server -> new Community(Address.PLATFORM, server.getId()));
    }

    private static Account account(User user) {
        return new Account(Address.PLATFORM, user.getId());
    }

    private static String name(User user, @Nullable Member member) {
        return member == null ? user.getEffectiveName() : member.getEffectiveName();
    }

    private static Optional<Locale> language(DiscordLocale locale) {
        return locale == DiscordLocale.UNKNOWN
                ? Optional.empty()
                : Optional.of(Locale.forLanguageTag(locale.getLocale()));
    }

    private static Standing standing(@Nullable Member member, @Nullable Channel channel) {
        if (member == null) {
            return Standing.MEMBER;
        }
        if (may(member, channel, Permission.MANAGE_SERVER)) {
            return Standing.ADMINISTRATOR;
        }
        return may(member, channel, Permission.MODERATE_MEMBERS) ? Standing.MODERATOR : Standing.MEMBER;
    }

    /** Of a foreign server only what Discord says with the interaction is known: the rights in the channel. */
    private static boolean may(Member member, @Nullable Channel channel, Permission permission) {
        if (!member.isDetached()) {
            return member.hasPermission(permission);
        }
        return channel instanceof GuildChannel place
                && (member.hasPermission(place, permission) || member.hasPermission(place, Permission.ADMINISTRATOR));
    }

    private static Set<String> roles(@Nullable Member member) {
        if (member == null || member.isDetached()) {
            return Set.of();
        }
        return member.getUnsortedRoles().stream().map(ISnowflake::getId).collect(Collectors.toUnmodifiableSet());
    }
}
