package org.spoolbot.providers;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spoolbot.api.video.Resolution;
import org.spoolbot.providers.price.ClipRate;
import org.spoolbot.providers.price.RateTable;
import org.spoolbot.providers.price.SecondRate;
import org.spoolbot.providers.price.Tariff;
import org.spoolbot.providers.price.TokenRate;

/**
 * What a model costs: by the token, by the second, or by the clip. Rates are by resolution, {@code any} for all others.
 *
 * @param perMillionTokens without a video handed in
 * @param perMillionTokensWithVideo with one; the same if left out
 * @param perSecond without a video handed in
 * @param perSecondWithVideo with one; the same if left out
 * @param perClip the same for every clip
 * @param asOf the day on which the price was read, such as 2026-09-15
 */
public record PriceSettings(
        Optional<Map<String, BigDecimal>> perMillionTokens,
        Optional<Map<String, BigDecimal>> perMillionTokensWithVideo,
        Optional<Map<String, BigDecimal>> perSecond,
        Optional<Map<String, BigDecimal>> perSecondWithVideo,
        Optional<BigDecimal> perClip,
        Optional<String> asOf) {
    private static final String ANY = "any";

    public PriceSettings {
        List<String> faults = new ArrayList<>();
        long kinds = Stream.of(perMillionTokens, perSecond, perClip).filter(Optional::isPresent).count();
        if (kinds != 1) {
            faults.add("a price is one of per-million-tokens, per-second and per-clip");
        }
        Stream.of(perMillionTokens, perMillionTokensWithVideo, perSecond, perSecondWithVideo)
                .flatMap(Optional::stream)
                .forEach(rates -> check(rates, faults));
        if (perClip.filter(price -> price.signum() < 0).isPresent()) {
            faults.add("a price is never negative; write 0 for a free model");
        }
        if (asOf.isPresent() && date(asOf.get()).isEmpty()) {
            faults.add("as-of is no day; write it as 2026-09-15");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    Tariff tariff() {
        if (perClip.isPresent()) {
            return new ClipRate(perClip.get());
        }
        return perMillionTokens
                .<Tariff>map(rates -> new TokenRate(table(rates, perMillionTokensWithVideo)))
                .orElseGet(() -> new SecondRate(table(perSecond.orElseThrow(), perSecondWithVideo)));
    }

    /** The day on which it was read. */
    Optional<LocalDate> day() {
        return asOf.flatMap(PriceSettings::date);
    }

    private static RateTable table(Map<String, BigDecimal> plain, Optional<Map<String, BigDecimal>> withVideo) {
        return new RateTable(rates(plain), rates(withVideo.orElse(plain)));
    }

    private static Map<Resolution, BigDecimal> rates(Map<String, BigDecimal> written) {
        Map<Resolution, BigDecimal> rates = new EnumMap<>(Resolution.class);
        for (Resolution resolution : Resolution.values()) {
            Optional.ofNullable(written.getOrDefault(resolution.label(), written.get(ANY)))
                    .ifPresent(rate -> rates.put(resolution, rate));
        }
        return rates;
    }

    private static void check(Map<String, BigDecimal> rates, List<String> faults) {
        rates.forEach((name, rate) -> {
            if (!name.equals(ANY) && Resolution.of(name).isEmpty()) {
                faults.add("'" + name + "' is no resolution; write any, 480p, 720p, 1080p or 4k");
            }
            if (rate.signum() < 0) {
                faults.add("a price is never negative; write 0 for a free model");
            }
        });
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
