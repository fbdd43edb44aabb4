package org.spoolbot.engine.command;

import org.spoolbot.api.i18n.Phrase;
import java.util.List;
import java.util.Map;

/**
 * A command's options as they were given.
 *
 * @param values checked and written in one way: {@code true} for {@code yes}, a choice as the model spells it
 * @param files the options that take a file, in the order named
 * @param faults everything that is wrong, as sentences; empty if the command may run
 */
record Parsed(Map<String, String> values, List<String> files, List<Phrase> faults) {
    Parsed {
        values = Map.copyOf(values);
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }
}
