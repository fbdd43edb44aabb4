package org.spoolbot.engine.plugin;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.plugin.PluginDescriptor;
import org.spoolbot.engine.command.builtin.CoreCommands;
import org.spoolbot.engine.plugin.loading.Candidate;
import org.spoolbot.engine.plugin.loading.DescriptorReader;
import org.spoolbot.engine.plugin.loading.PluginFiles;

/** The server's own commands, owned by a plugin like all others are. */
public final class CorePlugin {
    private final ContextFactory contexts;
    private final CoreCommands commands;
    private final PluginRuntime runtime;
    private final PluginScope scope = new PluginScope("core");

    /** With the commands it registers. */
    @Inject
    CorePlugin(ContextFactory contexts, CoreCommands commands, PluginRuntime runtime) {
        this.contexts = contexts;
        this.commands = commands;
        this.runtime = runtime;
    }

    /** Registers the commands; before any plugin, so that no plugin takes their names. */
    public void enable() {
        PluginDescriptor descriptor = new PluginDescriptor(
                "core",
                "Spoolbot",
                Optional.ofNullable(CorePlugin.class.getPackage().getImplementationVersion()).orElse("development"),
                CoreCommands.class.getName(),
                new PluginDescriptor.About("The commands of the server itself.", List.of(), ""),
                new PluginDescriptor.Needs(DescriptorReader.API_VERSION, List.of(), List.of()));
        Candidate core = new Candidate(descriptor, new PluginFiles(URI.create("none:/")), Optional.empty());
        commands.register(contexts.view(core, scope, () -> runtime));
    }

    /** Takes them back. */
    public void disable() {
        scope.close();
    }
}
