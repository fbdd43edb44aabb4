package org.spoolbot.engine.config;

import java.util.ArrayList;
import java.util.List;
import org.spoolbot.api.config.ConfigException;
import org.spoolbot.api.config.ConfigFault;

/** Collects faults, so that the operator reads all of them at once. Not thread-safe. */
final class Faults {
    private final List<ConfigFault> faults = new ArrayList<>();

    void add(Place place, String problem, String remedy) {
        faults.add(new ConfigFault(place.file(), place.line(), problem, remedy));
    }

    void addAll(List<ConfigFault> more) {
        faults.addAll(more);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    int count() {
        return faults.size();
    }

    List<ConfigFault> all() {
        return List.copyOf(faults);
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
    }
}
