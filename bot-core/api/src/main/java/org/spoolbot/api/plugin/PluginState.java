package org.spoolbot.api.plugin;

/** Where a plugin is in its life. */
public enum PluginState {
    /** Its descriptor was read. */
    DISCOVERED,
    /** Its dependencies are there. */
    RESOLVED,
    /** Its main class was built. */
    LOADED,
    /** It works. */
    ENABLED,
    /** It was disabled. */
    DISABLED,
    /** Its class loader is closed. */
    UNLOADED,
    /** It failed; the reason is kept. */
    FAILED
}
