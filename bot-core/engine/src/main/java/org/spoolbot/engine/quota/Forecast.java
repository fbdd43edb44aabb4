package org.spoolbot.engine.quota;

import java.util.List;
import java.util.Locale;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.provider.Money;
import org.spoolbot.api.quota.QuotaLimit;
import org.spoolbot.api.quota.QuotaLimit.Measure;
import org.spoolbot.api.quota.QuotaReport;
import org.spoolbot.api.quota.QuotaSubject;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.api.video.VideoRequest;
import org.spoolbot.engine.job.JobBooks.Breach;

/** Says which limits an order would overdraw, and says it in words. Pure; the books decide when it is ordered. */
public final class Forecast {
    private Forecast() {}

    /** The limits that the order would overdraw. A cooldown is not foreseen: the books know when it began. */
    public static List<Breach> breaches(QuotaReport report, VideoRequest request, Money price) {
        return report.lines().stream()
                .map(line -> new Breach(
                        line.decidedBy(),
                        line.limit(),
                        counted(line.limit().measure(), line.used()),
                        wanted(line.limit().measure(), request, price),
                        line.resetsAt()))
                .filter(Forecast::overdrawn)
                .toList();
    }

    /** A breach as a sentence for the member. */
    public static Phrase sentence(Breach breach) {
        String measure = breach.limit().measure().name().toLowerCase(Locale.ROOT).replace('_', '-');
        long amount = breach.limit().amount().orElse(0);
        long left = Math.max(0, amount - breach.used());
        String key = "quota.over." + whose(breach.subject()) + "." + measure;
        Object shownAmount = shown(breach.limit(), amount);
        Object shownLeft = shown(breach.limit(), left);
        return breach.resetsAt()
                .map(reset -> Phrase.of(key, shownAmount, shownLeft, Phrase.of("quota.resets-at", reset)))
                .orElseGet(() -> Phrase.of(key, shownAmount, shownLeft, Phrase.literal("")));
    }

    private static boolean overdrawn(Breach breach) {
        return breach.limit().measure() != Measure.COOLDOWN
                && breach.limit().amount().isPresent()
                && breach.wanted() > 0
                && breach.used() + breach.wanted() > breach.limit().amount().getAsLong();
    }

    /** Length and size are limits of one clip: nothing adds up. */
    private static long counted(Measure measure, long used) {
        return measure == Measure.LENGTH || measure == Measure.RESOLUTION ? 0 : used;
    }

    private static long wanted(Measure measure, VideoRequest request, Money price) {
        return switch (measure) {
            case CLIPS_PER_DAY, CLIPS_PER_WEEK, CLIPS_PER_MONTH, WAITING -> 1;
            case SECONDS_PER_DAY, SECONDS_PER_WEEK, SECONDS_PER_MONTH, LENGTH -> request.format().seconds();
            case COST_PER_DAY, COST_PER_WEEK, COST_PER_MONTH -> price.micros();
            case RESOLUTION -> lines(request.format().resolution());
            // A job that may not run yet waits; it is not refused.
            case RUNNING, COOLDOWN -> 0;
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

    private static String whose(QuotaSubject subject) {
        return switch (subject) {
            case QuotaSubject.Global global -> "global";
            case QuotaSubject.Place place -> "place";
            case QuotaSubject.Default standard -> "member";
            case QuotaSubject.Group group -> "member";
            case QuotaSubject.Person person -> "member";
        };
    }

    private static Object shown(QuotaLimit limit, long amount) {
        return switch (limit.measure()) {
            case COST_PER_DAY, COST_PER_WEEK, COST_PER_MONTH -> new Money(amount).toString();
            case CLIPS_PER_DAY, CLIPS_PER_WEEK, CLIPS_PER_MONTH, SECONDS_PER_DAY, SECONDS_PER_WEEK, SECONDS_PER_MONTH,
                    RUNNING, WAITING, COOLDOWN, LENGTH, RESOLUTION -> amount;
        };
    }
}
