package org.spoolbot.engine.plugin.loading;

import java.nio.file.Path;
import java.util.Optional;
import org.spoolbot.api.plugin.PluginDescriptor;

/**
 * A plugin that was found; none of its classes is loaded.
 *
 * @param descriptor what its {@code plugin.yml} says
 * @param files what lies beside it
 * @param jar its jar; empty for a plugin of the class path
 */
public record Candidate(PluginDescriptor descriptor, PluginFiles files, Optional<Path> jar) {}
