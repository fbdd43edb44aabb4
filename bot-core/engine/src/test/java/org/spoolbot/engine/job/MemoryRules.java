package org.spoolbot.engine.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaReport;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.engine.config.GroupSettings;
import org.spoolbot.engine.quota.EffectiveLimits;
import org.spoolbot.engine.quota.QuotaBooks;

/** Rules of files and chat that a test writes. */
final class MemoryRules implements QuotaBooks {
    final Map<QuotaSubject, List<QuotaLimit>> files = new HashMap<>();
    final Map<QuotaSubject, List<QuotaLimit>> chat = new HashMap<>();
    long used;

    static QuotaLimit limit(QuotaLimit.Measure measure, long amount) {
        return new QuotaLimit(measure, OptionalLong.of(amount));
    }

    @Override
    public List<QuotaLimit> rules(QuotaSubject subject) {
        return chat.getOrDefault(subject, List.of());
    }

    @Override
    public void set(QuotaSubject subject, QuotaLimit limit, MemberId actor) {
        chat.computeIfAbsent(subject, key -> new ArrayList<>()).add(limit);
    }

    @Override
    public QuotaReport report(MemberId member, Optional<Community> community, EffectiveLimits limits) {
        return new QuotaReport(limits.limits().stream()
                .map(line -> new QuotaReport.Line(line.limit(), line.subject(), used, Optional.empty()))
                .toList());
    }

    GroupSettings settings() {
        return new GroupSettings(
                List.of(new GroupSettings.Group("member", List.of(), ofFile(new QuotaSubject.Group("member")), 1)),
                new GroupSettings.Assignment(Duration.ZERO, Map.of(), Map.of()),
                new GroupSettings.Limits(
                        ofFile(new QuotaSubject.Default()),
                        ofFile(new QuotaSubject.Place(World.TOWN)),
                        ofFile(new QuotaSubject.Global()),
                        List.of(limit(QuotaLimit.Measure.RUNNING, 2), limit(QuotaLimit.Measure.WAITING, 10))));
    }

    private List<QuotaLimit> ofFile(QuotaSubject subject) {
        return files.getOrDefault(subject, List.of());
    }
}
