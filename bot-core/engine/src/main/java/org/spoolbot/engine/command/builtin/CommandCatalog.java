package org.spoolbot.engine.command.builtin;

import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.identity.Sender;
import java.util.List;

/** The commands of all plugins, for help. */
public interface CommandCatalog {
    /** What that person may use, sorted by name. */
    List<CommandSpec> visibleTo(Sender sender);

    /** The text of a description key. */
    String describe(Sender sender, String key);
}
