package org.spoolbot.engine.quota;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.spoolbot.api.identity.Sender;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.api.quota.QuotaSubject;

/** Lays the rules of files and chat over one another: what was set from chat wins over the file of the same subject. */
final class RuleResolver implements LimitResolver {
    private final RuleFiles files;
    private final QuotaBooks books;
    private final Permissions permissions;

    @Inject
    RuleResolver(RuleFiles files, QuotaBooks books, Permissions permissions) {
        this.files = files;
        this.books = books;
        this.permissions = permissions;
    }

    @Override
    public EffectiveLimits resolve(Sender sender, boolean sample) {
        boolean owner = permissions.isOwner(sender);
        if (sample) {
            return new EffectiveLimits(owner ? List.of() : lines(new QuotaSubject.Default(), files.sandbox()));
        }
        List<EffectiveLimits.Line> lines = new ArrayList<>();
        if (!owner) {
            lines.addAll(memberSide(sender));
        }
        sender.community().ifPresent(place -> lines.addAll(caps(new QuotaSubject.Place(place))));
        lines.addAll(caps(new QuotaSubject.Global()));
        return new EffectiveLimits(lines);
    }

    @Override
    public int weight(Sender sender) {
        return sender.groups().stream().mapToInt(files::weight).max().orElse(1);
    }

    /** Most specific first; the first rule that names a measure decides it. */
    private List<EffectiveLimits.Line> memberSide(Sender sender) {
        List<QuotaSubject> subjects = new ArrayList<>();
        subjects.add(new QuotaSubject.Person(sender.member()));
        sender.groups().forEach(group -> subjects.add(new QuotaSubject.Group(group)));
        subjects.add(new QuotaSubject.Default());
        Map<Measure, EffectiveLimits.Line> deciding = new EnumMap<>(Measure.class);
        for (QuotaSubject subject : subjects) {
            caps(subject).forEach(line -> deciding.putIfAbsent(line.limit().measure(), line));
        }
        return List.copyOf(deciding.values());
    }

    private List<EffectiveLimits.Line> caps(QuotaSubject subject) {
        Map<Measure, QuotaLimit> byMeasure = new EnumMap<>(Measure.class);
        files.limits(subject).forEach(limit -> byMeasure.put(limit.measure(), limit));
        books.rules(subject).forEach(limit -> byMeasure.put(limit.measure(), limit));
        return lines(subject, List.copyOf(byMeasure.values()));
    }

    private static List<EffectiveLimits.Line> lines(QuotaSubject subject, List<QuotaLimit> limits) {
        return limits.stream().map(limit -> new EffectiveLimits.Line(subject, limit)).toList();
    }
}
