package org.spoolbot.api.plugin;

/** Something a plugin registered. Undone by hand, or by the server when the plugin is disabled, in reverse order. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    /** Undoes it. Doing so twice does nothing. */
    @Override
    void close();
}
