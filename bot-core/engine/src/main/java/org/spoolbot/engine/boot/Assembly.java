package org.spoolbot.engine.boot;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.engine.command.CommandModule;
import org.spoolbot.engine.community.CommunityModule;
import org.spoolbot.engine.config.ConfigModule;
import org.spoolbot.engine.event.EventModule;
import org.spoolbot.engine.http.HttpModule;
import org.spoolbot.engine.i18n.MessageModule;
import org.spoolbot.engine.job.JobModule;
import org.spoolbot.engine.media.MediaModule;
import org.spoolbot.engine.permission.PermissionModule;
import org.spoolbot.engine.platform.PlatformModule;
import org.spoolbot.engine.plugin.PluginFolders;
import org.spoolbot.engine.plugin.PluginModule;
import org.spoolbot.engine.plugin.loading.FolderSource;
import org.spoolbot.engine.plugin.loading.PluginSource;
import org.spoolbot.engine.provider.ProviderModule;
import org.spoolbot.engine.quota.QuotaModule;
import org.spoolbot.engine.storage.StorageModule;
import org.spoolbot.engine.time.TimeModule;

/** Puts the server together from its parts. */
final class Assembly {
    private Assembly() {}

    /** The server of a home, with the plugins of the installation and of the home. */
    static Injector of(Home home, ConfigModule settings, Optional<Path> installation) {
        List<Path> folders = new ArrayList<>();
        installation.map(path -> path.resolve("plugins")).ifPresent(folders::add);
        folders.add(home.plugins());
        return of(home, settings, new FolderSource(folders));
    }

    /** The server of a home, with the plugins of a source. */
    static Injector of(Home home, ConfigModule settings, PluginSource plugins) {
        return Guice.createInjector(
                Stage.PRODUCTION,
                new OwnModule(home),
                new MachineModule(),
                new ReadinessModule(),
                settings,
                new TimeModule(),
                new EventModule(),
                new MessageModule(home.root()),
                new StorageModule(home.data()),
                new PermissionModule(),
                new CommunityModule(),
                new ProviderModule(),
                new PlatformModule(),
                new QuotaModule(),
                new MediaModule(home.data()),
                new HttpModule(home.data()),
                new CommandModule(),
                new JobModule(),
                new PluginModule(plugins, new PluginFolders(home.plugins())));
    }

    private static final class OwnModule extends AbstractModule {
        private final Home home;

        OwnModule(Home home) {
            this.home = home;
        }

        @Override
        protected void configure() {
            binder().requireAtInjectOnConstructors();
            binder().disableCircularProxies();
            binder().requireExactBindingAnnotations();
            bind(Server.class).in(Singleton.class);
            bind(Server.Doors.class).in(Singleton.class);
            bind(Upkeep.class).in(Singleton.class);
            bind(Backups.class).in(Singleton.class);
            bind(Home.class).toInstance(home);
            bind(ConsoleAlerts.class).in(Singleton.class);
        }
    }
}
