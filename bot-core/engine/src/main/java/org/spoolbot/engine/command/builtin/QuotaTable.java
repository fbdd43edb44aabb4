package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaReport;
import org.spoolbot.api.quota.QuotaSubject;
import java.util.ArrayList;
import java.util.List;

/** Writes a quota report, one line per limit: what is left, whose rule decides, when it resets. */
final class QuotaTable {
    private final HouseRules rules;

    QuotaTable(HouseRules rules) {
        this.rules = rules;
    }

    String write(QuotaReport report, Phrase title, Turn turn) {
        List<String> lines = new ArrayList<>(List.of(turn.text(title)));
        report.lines().forEach(line -> lines.add(line(line, turn)));
        if (report.lines().isEmpty()) {
            lines.add(turn.text("command.quota.none"));
        }
        return String.join("\n", lines);
    }

    private String line(QuotaReport.Line line, Turn turn) {
        QuotaLimit limit = line.limit();
        String measure = turn.text(Wording.measure(limit.measure()));
        String rule = turn.text(subject(line.decidedBy()));
        if (limit.amount().isEmpty()) {
            return turn.text("command.quota.line-unlimited", measure, rule);
        }
        long amount = limit.amount().getAsLong();
        String allowed = turn.text(Wording.amount(limit.measure(), amount, rules.currency()));
        if (!isCounted(limit.measure())) {
            return turn.text("command.quota.line-at-most", measure, allowed, rule);
        }
        String left = turn.text(Wording.amount(limit.measure(), Math.max(0, amount - line.used()), rules.currency()));
        String text = turn.text("command.quota.line", measure, left, allowed, rule);
        return line.resetsAt()
                .map(at -> text + turn.text("command.quota.resets", Wording.moment(at, rules.zone())))
                .orElse(text);
    }

    private static boolean isCounted(QuotaLimit.Measure measure) {
        return switch (measure) {
            case COOLDOWN, LENGTH, RESOLUTION -> false;
            case CLIPS_PER_DAY,
                    CLIPS_PER_WEEK,
                    CLIPS_PER_MONTH,
                    SECONDS_PER_DAY,
                    SECONDS_PER_WEEK,
                    SECONDS_PER_MONTH,
                    COST_PER_DAY,
                    COST_PER_WEEK,
                    COST_PER_MONTH,
                    RUNNING,
                    WAITING -> true;
        };
    }

    static Phrase subject(QuotaSubject subject) {
        return switch (subject) {
            case QuotaSubject.Global _ -> Phrase.of("command.quota.by-global");
            case QuotaSubject.Default _ -> Phrase.of("command.quota.by-default");
            case QuotaSubject.Group group -> Phrase.of("command.quota.by-group", group.name());
            case QuotaSubject.Place _ -> Phrase.of("command.quota.by-community");
            case QuotaSubject.Person _ -> Phrase.of("command.quota.by-person");
        };
    }
}
