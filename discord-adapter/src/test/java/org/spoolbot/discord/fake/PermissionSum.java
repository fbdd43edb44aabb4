package org.spoolbot.discord.fake;

import java.util.List;
import java.util.Set;

/** Who may do what where, in the order of https://discord.com/developers/docs/topics/permissions#permission-overwrites. */
final class PermissionSum {
    private static final long ALL = (1L << 53) - 1;

    private PermissionSum() {}

    /** The owner and administrators may all; else @everyone and the member's roles are added up. */
    static long inGuild(Guild guild, Member member) {
        if (member.user().id().equals(guild.ownerId())) {
            return ALL;
        }
        long sum = 0;
        for (Role role : guild.roles()) {
            if (role.id().equals(guild.id()) || member.roles().contains(role.id())) {
                sum |= role.permissions();
            }
        }
        return (sum & Permission.ADMINISTRATOR.value()) != 0 ? ALL : sum;
    }

    /** First the overwrite of @everyone, then those of all roles together, then the member's own. */
    static long inChannel(Guild guild, Member member, List<Overwrite> overwrites) {
        long base = inGuild(guild, member);
        if (base == ALL) {
            return ALL;
        }
        long sum = applied(base, overwrites, Set.of(guild.id()));
        sum = applied(sum, overwrites, member.roles());
        return applied(sum, overwrites, Set.of(member.user().id()));
    }

    private static long applied(long base, List<Overwrite> overwrites, Set<String> ids) {
        long deny = 0;
        long allow = 0;
        for (Overwrite overwrite : overwrites) {
            if (ids.contains(overwrite.id())) {
                deny |= overwrite.deny();
                allow |= overwrite.allow();
            }
        }
        return base & ~deny | allow;
    }
}
