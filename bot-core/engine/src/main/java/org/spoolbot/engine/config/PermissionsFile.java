package org.spoolbot.engine.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spoolbot.api.identity.Standing;

/** {@code config/permissions.yml} as it is written. */
record PermissionsFile(
        Duration newFor, Map<String, GroupSection> groups, Map<String, String> standing, Map<String, String> roles, LimitsSection limits) {
    PermissionsFile {
        for (String group : Stream.concat(standing.values().stream(), roles.values().stream()).toList()) {
            if (!groups.containsKey(group)) {
                throw new IllegalArgumentException(
                        "there is no group '" + group + "'; " + Spelling.remedy(group, groups.keySet()));
            }
        }
        for (String name : standing.keySet()) {
            if (standing(name).isEmpty()) {
                throw new IllegalArgumentException("'" + name + "' is no standing; write " + Scalars.form(Standing.class));
            }
        }
    }

    record GroupSection(List<String> permissions, LimitList limits, Optional<Integer> weight) {
        GroupSection {
            if (weight.orElse(1) < 1) {
                throw new IllegalArgumentException("weight is at least 1");
            }
        }
    }

    record LimitsSection(LimitList member, LimitList community, LimitList global, LimitList sandbox) {}

    GroupSettings settings() {
        List<GroupSettings.Group> list = new ArrayList<>();
        groups.forEach((name, section) -> list.add(new GroupSettings.Group(
                name, section.permissions(), section.limits().limits(), section.weight().orElse(1))));
        Map<Standing, String> byStanding = new EnumMap<>(Standing.class);
        standing.forEach((name, group) -> standing(name).ifPresent(key -> byStanding.put(key, group)));
        GroupSettings.Limits everybody = new GroupSettings.Limits(
                limits.member().limits(), limits.community().limits(), limits.global().limits(), limits.sandbox().limits());
        return new GroupSettings(list, new GroupSettings.Assignment(newFor, byStanding, roles), everybody);
    }

    private static Optional<Standing> standing(String name) {
        return Scalars.read(Standing.class, name).map(Standing.class::cast);
    }
}
