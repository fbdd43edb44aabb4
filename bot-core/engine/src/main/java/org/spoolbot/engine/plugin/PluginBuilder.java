package org.spoolbot.engine.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.command.CommandRegistry;
import org.spoolbot.api.config.ConfigException;
import org.spoolbot.api.conversation.Conversations;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.http.HttpRoutes;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.api.platform.PlatformRegistry;
import org.spoolbot.api.plugin.Plugin;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.plugin.PluginDescriptor;
import org.spoolbot.api.provider.ProviderRegistry;
import org.spoolbot.api.quota.QuotaService;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.api.video.PromptReader;

/** Builds a plugin's main class in an injector of its own that knows what its context offers and nothing else of the server. */
final class PluginBuilder {
    private PluginBuilder() {}

    static Plugin build(Class<? extends Plugin> main, PluginContext context, InstantSource clock) {
        try {
            return Guice.createInjector(Stage.PRODUCTION, new Offer(main, context, clock)).getInstance(main);
        } catch (CreationException | ProvisionException fault) {
            throw Problem.cause(fault) instanceof ConfigException settings ? settings : fault;
        }
    }

    private static final class Offer extends AbstractModule {
        private final Class<? extends Plugin> main;
        private final PluginContext context;
        private final InstantSource clock;

        Offer(Class<? extends Plugin> main, PluginContext context, InstantSource clock) {
            this.main = main;
            this.context = context;
            this.clock = clock;
        }

        @Override
        protected void configure() {
            binder().requireAtInjectOnConstructors();
            binder().disableCircularProxies();
            bind(main).in(com.google.inject.Singleton.class);
            bind(PluginContext.class).toInstance(context);
            bind(PluginDescriptor.class).toInstance(context.descriptor());
            bind(InstantSource.class).toInstance(clock);
            bind(Logger.class).toInstance(LoggerFactory.getLogger("plugin." + context.descriptor().id()));
            bindServices();
        }

        private void bindServices() {
            bind(Translator.class).toInstance(context.translator());
            bind(EventBus.class).toInstance(context.events());
            bind(CommandRegistry.class).toInstance(context.commands());
            bind(Conversations.class).toInstance(context.conversations());
            bind(ProviderRegistry.class).toInstance(context.providers());
            bind(PlatformRegistry.class).toInstance(context.platforms());
            bind(HttpRoutes.class).toInstance(context.http());
            bind(TaskScheduler.class).toInstance(context.scheduler());
            bind(KeyValueStore.class).toInstance(context.store());
            bind(JobService.class).toInstance(context.jobs());
            bind(QuotaService.class).toInstance(context.quota());
            bind(MediaLibrary.class).toInstance(context.media());
            bind(Permissions.class).toInstance(context.permissions());
            bind(PromptReader.class).toInstance(context.prompts());
        }
    }
}
