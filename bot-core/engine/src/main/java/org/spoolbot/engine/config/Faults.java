package org.spoolbot.engine.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spoolbot.api.config.ConfigException;
import org.spoolbot.api.config.ConfigFault;

/** Collects faults, so that the operator reads all of them at once. Not thread-safe. */
final class Faults {
    private static final int MOST = 200;
    private static final int LONGEST_PROBLEM = 300;

    private final List<ConfigFault> faults = new ArrayList<>();
    private int count;

    /** The problem may quote the file: it is shown in one line of bounded length. */
    void add(Place place, String problem, String remedy) {
        count++;
        if (faults.size() < MOST) {
            faults.add(new ConfigFault(place.file(), place.line(), shown(problem), remedy));
        }
    }

    private static String shown(String problem) {
        String line = problem.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", " ");
        return line.length() <= LONGEST_PROBLEM ? line : line.substring(0, LONGEST_PROBLEM) + "…";
    }

    int count() {
        return count;
    }

    /** File by file, each in the order of its lines. */
    List<ConfigFault> all() {
        List<String> files = faults.stream().map(ConfigFault::file).distinct().toList();
        List<ConfigFault> sorted = new ArrayList<>(faults);
        sorted.sort(Comparator.comparingInt((ConfigFault fault) -> files.indexOf(fault.file())).thenComparingInt(ConfigFault::line));
        if (count > faults.size()) {
            sorted.add(new ConfigFault(files.getLast(), 0, count - faults.size() + " more faults are not shown", "mend these first"));
        }
        return List.copyOf(sorted);
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new ConfigException(all());
        }
    }
}
