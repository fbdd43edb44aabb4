package org.spoolbot.engine.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spoolbot.api.identity.Standing;

/** {@code config/permissions.yml} as it is written. */
record PermissionsFile(
        Duration newFor, Map<String, GroupSection> groups, Map<String, String> standing, Map<String, String> roles, LimitsSection limits) {
    PermissionsFile {
        Problems problems = new Problems();
        Set<String> known = groups.keySet();
        standing.forEach((name, group) -> problems
                .unless(standing(name).isPresent(), "standing." + name + " is no standing; write " + Scalars.form(Standing.class))
                .unless(known.contains(group), "standing." + name + " names a group '" + group + "' that is not there; " + Spelling.remedy(group, known)));
        roles.forEach((role, group) -> problems
                .unless(role.matches("[a-z][a-z0-9-]*:\\S+"), "roles." + role + " is no role; write platform:role, such as discord:80351110224678912")
                .unless(known.contains(group), "roles." + role + " names a group '" + group + "' that is not there; " + Spelling.remedy(group, known)));
        problems.throwIfAny();
    }

    record GroupSection(List<String> permissions, LimitList limits, Optional<Integer> weight) {
        private static final String GRANT = "\\*|[a-z0-9-]+(\\.[a-z0-9-]+)*(\\.\\*)?";

        GroupSection {
            Problems problems = new Problems().unless(weight.orElse(1) >= 1, "weight is " + weight.orElse(1) + "; write 1 or more");
            permissions.forEach(node -> problems.unless(
                    node.matches(GRANT), "permissions holds '" + node + "', which is no right; write a name such as spoolbot.admin.jobs"));
            problems.throwIfAny();
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
