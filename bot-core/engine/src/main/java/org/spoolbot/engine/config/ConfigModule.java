package org.spoolbot.engine.config;

import com.google.inject.AbstractModule;
import org.spoolbot.engine.plugin.PluginSettings;

/** What the operator's files say. */
public final class ConfigModule extends AbstractModule {
    private final SettingsDesk desk;
    private final ServerConfiguration server;

    /** With files that were read without a fault. */
    public ConfigModule(SettingsDesk desk, ServerConfiguration server) {
        this.desk = desk;
        this.server = server;
    }

    @Override
    protected void configure() {
        bind(PluginSettings.class).toInstance(desk);
        bind(ServerSettings.class).toInstance(server.settings());
        bind(GroupSettings.class).toInstance(server.groups());
    }
}
