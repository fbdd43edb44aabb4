package org.spoolbot.engine.plugin.loading;

/** Where plugins come from. One loading path serves all sources. */
@FunctionalInterface
public interface PluginSource {
    /** Looks for plugins. What is wrong with one of them is in the result. */
    Discovery discover();
}
