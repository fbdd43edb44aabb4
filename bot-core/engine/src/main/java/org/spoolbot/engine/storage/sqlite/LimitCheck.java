package org.spoolbot.engine.storage.sqlite;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.engine.job.JobBooks.Breach;
import org.spoolbot.engine.quota.EffectiveLimits;
import org.spoolbot.engine.storage.sqlite.Windows.Span;

/** Compares limits with what is used. Pure. */
record LimitCheck(Scopes scopes, Map<String, Load> loads, Map<String, Used> used, Windows windows, Instant now) {

    /** What an order asks for. */
    record Wanted(int seconds, Resolution resolution, long micros, boolean sample) {}

    /** What is used of a limit, and when that starts over. */
    record Use(long amount, Optional<Instant> resetsAt) {}

    /** Every limit that the order would overdraw. */
    List<Breach> breaches(EffectiveLimits limits, Wanted wanted) {
        return limits.limits().stream()
                .flatMap(line -> breach(line, wanted).stream())
                .toList();
    }

    private Optional<Breach> breach(EffectiveLimits.Line line, Wanted wanted) {
        QuotaLimit limit = line.limit();
        if (limit.amount().isEmpty() || (wanted.sample() && isOfMoney(limit.measure()))) {
            return Optional.empty();
        }
        long most = limit.amount().getAsLong();
        Use use = use(line);
        long asked = asked(limit.measure(), wanted);
        boolean over = switch (limit.measure()) {
            case COOLDOWN -> use.amount() > 0;
            case RUNNING -> most == 0;
            case CLIPS_PER_DAY, CLIPS_PER_WEEK, CLIPS_PER_MONTH, SECONDS_PER_DAY, SECONDS_PER_WEEK, SECONDS_PER_MONTH,
                    COST_PER_DAY, COST_PER_WEEK, COST_PER_MONTH, WAITING, LENGTH, RESOLUTION -> use.amount() + asked > most;
        };
        return over ? Optional.of(new Breach(line.subject(), limit, use.amount(), asked, use.resetsAt())) : Optional.empty();
    }

    /** What is used of a limit now. A cooldown's use is the seconds that are left of it. */
    Use use(EffectiveLimits.Line line) {
        String scope = scopes.counting(line.subject());
        Load load = loads.getOrDefault(scope, Load.NOTHING);
        return switch (line.limit().measure()) {
            case CLIPS_PER_DAY -> window(scope, Span.DAY, Used.Amount::clips);
            case CLIPS_PER_WEEK -> window(scope, Span.WEEK, Used.Amount::clips);
            case CLIPS_PER_MONTH -> window(scope, Span.MONTH, Used.Amount::clips);
            case SECONDS_PER_DAY -> window(scope, Span.DAY, Used.Amount::seconds);
            case SECONDS_PER_WEEK -> window(scope, Span.WEEK, Used.Amount::seconds);
            case SECONDS_PER_MONTH -> window(scope, Span.MONTH, Used.Amount::seconds);
            case COST_PER_DAY -> window(scope, Span.DAY, Used.Amount::micros);
            case COST_PER_WEEK -> window(scope, Span.WEEK, Used.Amount::micros);
            case COST_PER_MONTH -> window(scope, Span.MONTH, Used.Amount::micros);
            case RUNNING -> new Use(load.running(), Optional.empty());
            case WAITING -> new Use(load.waiting(), Optional.empty());
            case COOLDOWN -> cooldown(load, line.limit().amount().orElse(0));
            case LENGTH, RESOLUTION -> new Use(0, Optional.empty());
        };
    }

    private Use window(String scope, Span span, java.util.function.ToLongFunction<Used.Amount> amount) {
        Used all = used.getOrDefault(scope, Used.NOTHING);
        return new Use(amount.applyAsLong(all.in(span)), Optional.of(windows.of(span, now).end()));
    }

    private Use cooldown(Load load, long seconds) {
        Optional<Instant> end = load.lastOrder().map(last -> last.plusSeconds(seconds)).filter(now::isBefore);
        return new Use(end.map(over -> Duration.between(now, over).plusMillis(999).toSeconds()).orElse(0L), end);
    }

    private static long asked(Measure measure, Wanted wanted) {
        return switch (measure) {
            case CLIPS_PER_DAY, CLIPS_PER_WEEK, CLIPS_PER_MONTH, RUNNING, WAITING -> 1;
            case SECONDS_PER_DAY, SECONDS_PER_WEEK, SECONDS_PER_MONTH, LENGTH -> wanted.seconds();
            case COST_PER_DAY, COST_PER_WEEK, COST_PER_MONTH -> wanted.micros();
            case COOLDOWN -> 0;
            case RESOLUTION -> lines(wanted.resolution());
        };
    }

    private static long lines(Resolution resolution) {
        return switch (resolution) {
            case P480 -> 480;
            case P720 -> 720;
            case P1080 -> 1080;
            case P2160 -> 2160;
        };
    }

    /** What protects money and its fair share; clips of the sandbox cost nothing and are not counted there. */
    private static boolean isOfMoney(Measure measure) {
        return switch (measure) {
            case CLIPS_PER_DAY, CLIPS_PER_WEEK, CLIPS_PER_MONTH, SECONDS_PER_DAY, SECONDS_PER_WEEK, SECONDS_PER_MONTH,
                    COST_PER_DAY, COST_PER_WEEK, COST_PER_MONTH, COOLDOWN -> true;
            case RUNNING, WAITING, LENGTH, RESOLUTION -> false;
        };
    }
}
