package org.spoolbot.engine.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.quota.QuotaLimit;

/**
 * {@code config/permissions.yml}.
 *
 * @param groups from the weakest to the strongest
 * @param assignment who is in which group
 * @param limits what holds for everybody, and the caps
 */
public record GroupSettings(List<Group> groups, Assignment assignment, Limits limits) {
    /** The group everybody is in. */
    public static final String MEMBER = "member";

    /** The group of people first seen a few days ago. */
    public static final String NEW = "new";

    /** The group of the server's owners. */
    public static final String OWNER = "owner";

    public GroupSettings {
        groups = List.copyOf(groups);
    }

    /** The group of that name. */
    public Optional<Group> group(String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    /**
     * A group.
     *
     * @param name its name
     * @param permissions nodes, also {@code spoolbot.admin.*}
     * @param limits its own limits
     * @param weight its share in the fair order, at least 1
     */
    public record Group(String name, List<String> permissions, List<QuotaLimit> limits, int weight) {
        public Group {
            permissions = List.copyOf(permissions);
            limits = List.copyOf(limits);
        }
    }

    /**
     * Who is in which group.
     *
     * @param newFor for how long after they were first seen people count as new
     * @param byStanding groups by what the platform says
     * @param byRole groups by {@code platform:role}
     */
    public record Assignment(Duration newFor, Map<Standing, String> byStanding, Map<String, String> byRole) {
        public Assignment {
            byStanding = Map.copyOf(byStanding);
            byRole = Map.copyOf(byRole);
        }
    }

    /**
     * Limits that belong to no group.
     *
     * @param defaults of every member
     * @param community caps of every community
     * @param global caps of the whole server
     * @param sandbox what counts while only samples are made
     */
    public record Limits(
            List<QuotaLimit> defaults, List<QuotaLimit> community, List<QuotaLimit> global, List<QuotaLimit> sandbox) {
        public Limits {
            defaults = List.copyOf(defaults);
            community = List.copyOf(community);
            global = List.copyOf(global);
            sandbox = List.copyOf(sandbox);
        }
    }
}
