package org.spoolbot.providers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spoolbot.api.provider.Model;
import org.spoolbot.providers.gateway.Dialect;

/**
 * One model of one gateway: its price, and what is other than the dialect says.
 *
 * @param price what it costs; a model without one counts at {@code assumed-price}
 * @param off whether it is not offered
 * @param wireName the gateway's name for it; needed for a model that the dialect does not know
 * @param makes what clips it makes
 * @param takes what files it takes
 */
public record ModelSettings(
        Optional<PriceSettings> price,
        Optional<Boolean> off,
        Optional<String> wireName,
        Optional<MakesSettings> makes,
        Optional<TakesSettings> takes) {

    static List<String> faults(Map<String, ModelSettings> changed, Dialect dialect) {
        List<String> known = dialect.models().stream().map(Model::id).toList();
        List<String> faults = new ArrayList<>();
        changed.forEach((id, settings) -> {
            if (!id.matches("[a-z0-9][a-z0-9.-]{0,39}")) {
                faults.add("models." + id + " is no model id; write 1 to 40 of a-z, 0-9, dot and -");
            }
            if (!known.contains(id) && settings.wireName().isEmpty()) {
                faults.add("models." + id + " is not known to the dialect " + dialect.name() + "; write its wire-name, or one of "
                        + String.join(", ", known));
            }
        });
        return faults;
    }

    /** The dialect's models as changed, then those that only the settings know; they begin as the dialect's first. */
    static List<Model> models(Map<String, ModelSettings> changed, Dialect dialect) {
        Map<String, Model> models = new LinkedHashMap<>();
        dialect.models().forEach(model -> models.put(model.id(), model));
        changed.forEach((id, settings) -> {
            Model base = models.getOrDefault(id, dialect.models().getFirst());
            models.put(id, settings.changed(id, base));
        });
        changed.forEach((id, settings) -> {
            if (settings.off().orElse(false)) {
                models.remove(id);
            }
        });
        return List.copyOf(models.values());
    }

    private Model changed(String id, Model base) {
        var made = makes.map(change -> change.changed(base.capabilities())).orElse(base.capabilities());
        var taken = takes.map(change -> change.changed(made)).orElse(made);
        return new Model(id, wireName.orElse(base.wireName()), taken, base.sample());
    }
}
