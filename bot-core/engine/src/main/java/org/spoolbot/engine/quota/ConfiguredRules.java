package org.spoolbot.engine.quota;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.engine.config.GroupSettings;

/** The limits of {@code permissions.yml} as they are now: a reload counts at once. */
final class ConfiguredRules implements RuleFiles {
    private final Provider<GroupSettings> settings;

    @Inject
    ConfiguredRules(Provider<GroupSettings> settings) {
        this.settings = settings;
    }

    @Override
    public List<QuotaLimit> limits(QuotaSubject subject) {
        GroupSettings now = settings.get();
        return switch (subject) {
            case QuotaSubject.Global global -> now.limits().global();
            case QuotaSubject.Default standard -> now.limits().defaults();
            case QuotaSubject.Place place -> now.limits().community();
            case QuotaSubject.Group(String name) ->
                now.group(name).map(GroupSettings.Group::limits).orElseGet(List::of);
            case QuotaSubject.Person person -> List.of();
        };
    }

    @Override
    public List<QuotaLimit> sandbox() {
        return settings.get().limits().sandbox();
    }

    @Override
    public int weight(String group) {
        return settings.get().group(group).map(GroupSettings.Group::weight).orElse(1);
    }
}
