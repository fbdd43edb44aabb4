package org.spoolbot.engine.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spoolbot.api.config.ConfigException;
import org.spoolbot.api.config.ConfigFault;

/** Collects faults, so that the operator reads all of them at once. Not thread-safe. */
final class Faults {
    private final List<ConfigFault> faults = new ArrayList<>();

    void add(Place place, String problem, String remedy) {
        faults.add(new ConfigFault(place.file(), place.line(), problem, remedy));
    }

    int count() {
        return faults.size();
    }

    /** File by file, each in the order of its lines. */
    List<ConfigFault> all() {
        List<String> files = faults.stream().map(ConfigFault::file).distinct().toList();
        return faults.stream()
                .sorted(Comparator.comparingInt((ConfigFault fault) -> files.indexOf(fault.file())).thenComparingInt(ConfigFault::line))
                .toList();
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new ConfigException(all());
        }
    }
}
