package org.spoolbot.engine.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The id of a control, taken apart. It is foreign text: anybody may send any.
 *
 * @param name the action; empty if it is no id of ours
 * @param arguments what stands behind it
 */
record ActionId(Optional<String> name, List<String> arguments) {
    private static final String VERSION = "v1";

    ActionId {
        arguments = List.copyOf(arguments);
    }

    static ActionId of(String text) {
        List<String> parts = Arrays.asList(text.split(":", -1));
        boolean ours = parts.size() >= 2 && parts.getFirst().equals(VERSION);
        return ours ? new ActionId(Optional.of(parts.get(1)), parts.subList(2, parts.size())) : new ActionId(Optional.empty(), List.of());
    }
}
