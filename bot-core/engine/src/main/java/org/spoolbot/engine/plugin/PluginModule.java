package org.spoolbot.engine.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import org.spoolbot.api.plugin.PluginDirectory;
import org.spoolbot.engine.plugin.loading.PluginSource;

/** Binds the life of plugins. Boot binds {@link PluginSettings} and {@link PluginTexts}. */
public final class PluginModule extends AbstractModule {
    private final PluginSource source;
    private final PluginFolders folders;

    /** For the plugins of a source, with their folders in HOME. */
    public PluginModule(PluginSource source, PluginFolders folders) {
        this.source = source;
        this.folders = folders;
    }

    @Override
    protected void configure() {
        bind(PluginSource.class).toInstance(source);
        bind(PluginFolders.class).toInstance(folders);
        bind(Registries.class).in(Singleton.class);
        bind(Services.class).in(Singleton.class);
        bind(Surroundings.class).in(Singleton.class);
        bind(ContextFactory.class).in(Singleton.class);
        bind(PluginCalls.class).in(Singleton.class);
        bind(JarLedger.class).in(Singleton.class);
        bind(PluginRuntime.class).in(Singleton.class);
        bind(PluginDirectory.class).to(PluginRuntime.class);
        bind(CorePlugin.class).in(Singleton.class);
    }
}
