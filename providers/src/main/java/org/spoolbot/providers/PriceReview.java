package org.spoolbot.providers;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spoolbot.api.provider.Model;
import org.spoolbot.providers.ProvidersConfig.Entry;

/** What an operator is told about prices at start. Pure. */
final class PriceReview {
    private static final Period OLD = Period.ofMonths(6);

    private PriceReview() {}

    static List<String> of(Entry entry, LocalDate today) {
        Map<String, ModelSettings> settings = entry.models().orElse(Map.of());
        List<String> remarks = new ArrayList<>();
        List<String> priceless = ModelSettings.models(settings, Dialects.named(entry.dialect()).orElseThrow()).stream()
                .map(Model::id)
                .filter(id -> !settings.containsKey(id) || settings.get(id).price().isEmpty())
                .toList();
        if (!priceless.isEmpty()) {
            remarks.add(entry.id() + ": no price for " + String.join(", ", priceless) + "; money.assumed-price counts");
        }
        settings.forEach((id, model) -> model.price().flatMap(PriceSettings::day).filter(day -> day.plus(OLD).isBefore(today))
                .ifPresent(day -> remarks.add(entry.id() + ": the price of " + id + " was read on " + day + "; look whether it still holds")));
        return remarks;
    }
}
