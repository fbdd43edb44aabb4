package org.spoolbot.engine.permission;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.permission.PermissionNode;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.engine.config.GroupSettings;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.identity.GroupLookup;

/** Groups and rights as {@code permissions.yml} has them. Immutable. */
final class GroupBook implements GroupLookup, Permissions {
    /** Platforms of this machine: whoever is there needs no probation. */
    private static final Set<String> LOCAL_PLATFORMS = Set.of(Account.CONSOLE_PLATFORM, "playground");

    private final GroupSettings settings;
    private final List<String> strongestFirst;
    private final Set<Account> owners;
    private final InstantSource clock;

    @Inject
    GroupBook(GroupSettings settings, ServerSettings server, InstantSource clock) {
        this.settings = settings;
        this.strongestFirst = strongestFirst(settings);
        this.owners = Set.copyOf(server.owners());
        this.clock = clock;
    }

    @Override
    public List<String> groups(Origin origin, Instant firstSeen) {
        Set<String> names = new HashSet<>();
        names.add(GroupSettings.MEMBER);
        if (origin.account().isConsole() || owners.contains(origin.account())) {
            names.add(GroupSettings.OWNER);
        }
        if (isNew(origin, firstSeen)) {
            names.add(GroupSettings.NEW);
        }
        standingGroup(origin).ifPresent(names::add);
        origin.roles().forEach(role -> Optional.ofNullable(settings.assignment().byRole().get(origin.account().platform() + ":" + role))
                .ifPresent(names::add));
        return strongestFirst.stream().filter(names::contains).toList();
    }

    private boolean isNew(Origin origin, Instant firstSeen) {
        boolean local = LOCAL_PLATFORMS.contains(origin.account().platform());
        return !local && clock.instant().isBefore(firstSeen.plus(settings.assignment().newFor()));
    }

    /** What the platform says counts in the community alone where it says so. */
    private Optional<String> standingGroup(Origin origin) {
        return origin.destination().community().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(settings.assignment().byStanding().get(origin.standing()));
    }

    /** The groups that people are put in by rule count also where the operator's file leaves them out. */
    private static List<String> strongestFirst(GroupSettings settings) {
        SequencedSet<String> weakestFirst = new LinkedHashSet<>();
        List<String> written = settings.groups().stream().map(GroupSettings.Group::name).toList();
        Stream.of(GroupSettings.MEMBER, GroupSettings.NEW).filter(name -> !written.contains(name)).forEach(weakestFirst::add);
        weakestFirst.addAll(written);
        weakestFirst.add(GroupSettings.OWNER);
        return List.copyOf(weakestFirst.reversed());
    }

    @Override
    public boolean has(Sender sender, PermissionNode node) {
        return isOwner(sender)
                || sender.groups().stream()
                        .flatMap(name -> settings.group(name).stream())
                        .flatMap(group -> group.permissions().stream())
                        .anyMatch(granted -> covers(granted, node.value()));
    }

    private static boolean covers(String granted, String node) {
        return granted.equals("*")
                || granted.equals(node)
                || granted.endsWith(".*") && node.startsWith(granted.substring(0, granted.length() - 1));
    }

    @Override
    public boolean isOwner(Sender sender) {
        return sender.isConsole() || owners.contains(sender.account()) || sender.groups().contains(GroupSettings.OWNER);
    }
}
