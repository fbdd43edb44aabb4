package org.spoolbot.engine.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaLimit.Measure;

/** Limits as people write them: {@code clips-per-day: 3}, {@code length: 5}, {@code resolution: 720p}, {@code cost-per-day: 10}. */
record LimitList(List<QuotaLimit> limits) {
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

    LimitList {
        limits = List.copyOf(limits);
    }

    /** What is left out has the value that ships: only who writes {@code unlimited} takes a limit away. */
    static Optional<LimitList> read(Optional<Node> mine, Optional<Node> shipped, Faults faults) {
        Map<Measure, QuotaLimit> limits = new EnumMap<>(Measure.class);
        boolean sound = collect(shipped, limits, faults) & collect(mine, limits, faults);
        return sound ? Optional.of(new LimitList(List.copyOf(limits.values()))) : Optional.empty();
    }

    private static boolean collect(Optional<Node> node, Map<Measure, QuotaLimit> limits, Faults faults) {
        if (node.isEmpty() || node.get() instanceof Node.Scalar scalar && scalar.isBlank()) {
            return true;
        }
        if (!(node.get() instanceof Node.Table table)) {
            faults.add(node.get().place(), "limits must be names with values", "write 'clips-per-day: 3' below it");
            return false;
        }
        int before = faults.count();
        table.entries().forEach((key, entry) -> limit(key, entry, faults).ifPresent(limit -> limits.put(limit.measure(), limit)));
        boolean broken = table.entries().values().stream().anyMatch(entry -> entry.value() instanceof Node.Broken);
        return faults.count() == before && !broken;
    }

    private static Optional<QuotaLimit> limit(String key, Node.Entry entry, Faults faults) {
        List<String> names = Arrays.stream(Measure.values()).map(Scalars::kebab).toList();
        int index = names.indexOf(key);
        if (index < 0) {
            faults.add(entry.place(), "'" + key + "' is not a limit", Spelling.remedy(key, names));
            return Optional.empty();
        }
        if (entry.value() instanceof Node.Broken) {
            return Optional.empty();
        }
        Measure measure = Measure.values()[index];
        if (!(entry.value() instanceof Node.Scalar scalar)) {
            faults.add(entry.place(), "'" + key + "' must be a single value", "write " + form(measure));
            return Optional.empty();
        }
        Optional<OptionalLong> amount = amount(measure, scalar.text().strip());
        if (amount.isEmpty()) {
            faults.add(entry.place(), "'" + key + "' cannot be '" + scalar.shown() + "'", "write " + form(measure) + "; 0 means none");
        }
        return amount.map(value -> new QuotaLimit(measure, value));
    }

    private static Optional<OptionalLong> amount(Measure measure, String text) {
        if (text.equals("unlimited")) {
            return Optional.of(OptionalLong.empty());
        }
        return switch (measure) {
            case COST_PER_DAY, COST_PER_WEEK, COST_PER_MONTH -> micros(text);
            case RESOLUTION -> number(Map.of("4k", "2160", "2k", "1440").getOrDefault(text, text.replaceFirst("p$", "")));
            case COOLDOWN, LENGTH, SECONDS_PER_DAY, SECONDS_PER_WEEK, SECONDS_PER_MONTH ->
                number(text).or(() -> Scalars.duration(text).filter(span -> span.getNano() == 0).map(span -> OptionalLong.of(span.toSeconds())));
            case CLIPS_PER_DAY, CLIPS_PER_WEEK, CLIPS_PER_MONTH, RUNNING, WAITING -> number(text);
        };
    }

    private static Optional<OptionalLong> number(String text) {
        return text.matches("\\d{1,12}") ? Optional.of(OptionalLong.of(Long.parseLong(text))) : Optional.empty();
    }

    private static Optional<OptionalLong> micros(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        return Optional.of(OptionalLong.of(new BigDecimal(text).multiply(MICROS).longValueExact()));
    }

    private static String form(Measure measure) {
        return switch (measure) {
            case COST_PER_DAY, COST_PER_WEEK, COST_PER_MONTH -> "an amount of money such as 10 or 2.50, or unlimited";
            case RESOLUTION -> "480p, 720p, 1080p or 4k, or unlimited";
            case COOLDOWN, LENGTH, SECONDS_PER_DAY, SECONDS_PER_WEEK, SECONDS_PER_MONTH -> "seconds such as 30, a time such as 5m, or unlimited";
            case CLIPS_PER_DAY, CLIPS_PER_WEEK, CLIPS_PER_MONTH, RUNNING, WAITING -> "a whole number, or unlimited";
        };
    }
}
