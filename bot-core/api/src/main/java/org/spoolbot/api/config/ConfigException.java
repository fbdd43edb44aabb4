package org.spoolbot.api.config;

import java.util.List;

/** A file of settings has faults. Holds all of them. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigFault> faults;

    /** Holds the given faults, at least one. */
    public ConfigException(List<ConfigFault> faults) {
        super(String.join(System.lineSeparator(), faults.stream().map(ConfigFault::toString).toList()));
        this.faults = List.copyOf(faults);
    }

    /** All faults, in the order of the file. */
    public List<ConfigFault> faults() {
        return faults;
    }
}
