package org.spoolbot.api.plugin;

/**
 * A plugin's main class. Its constructor may ask for {@link PluginContext}, {@link java.time.InstantSource}, {@link org.slf4j.Logger}
 * and everything the context offers, with {@code jakarta.inject.Inject}. Read settings in the constructor: {@code check} builds
 * plugins without enabling them to find faults in settings. Do nothing else there.
 */
public interface Plugin {
    /** Registers what the plugin offers. Within 30 seconds. An exception fails this plugin and those that depend on it. */
    void onEnable();

    /** Lets go of what the server does not know about. Registrations are undone by the server afterwards. Within 10 seconds. */
    default void onDisable() {}
}
