package org.spoolbot.telegram.inbound;

import java.util.Set;

/** Names of commands as Telegram spells them: {@code a-z 0-9 _}, where ours may have a hyphen (https://core.telegram.org/bots/api#botcommand). */
final class CommandNames {
    private CommandNames() {}

    static String shown(String name) {
        return name.replace('-', '_');
    }

    /** Our command that is shown so; the name itself if there is none, so that the answer names what was typed. */
    static String meant(String typed, Set<String> names) {
        return names.contains(typed)
                ? typed
                : names.stream().filter(name -> shown(name).equals(typed)).findFirst().orElse(typed);
    }
}
