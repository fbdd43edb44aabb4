package org.spoolbot.engine.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.spoolbot.api.command.ActionHandler;
import org.spoolbot.api.command.CommandHandler;
import org.spoolbot.api.command.CommandRegistry;
import org.spoolbot.api.command.CommandSpec;
import org.spoolbot.api.command.FormSource;
import org.spoolbot.api.command.MessageHandler;
import org.spoolbot.api.conversation.Conversations;
import org.spoolbot.api.event.Event;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.http.HttpHandler;
import org.spoolbot.api.http.HttpRoutes;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.PlatformRegistry;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.plugin.PluginDescriptor;
import org.spoolbot.api.plugin.PluginDirectory;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.ProviderRegistry;
import org.spoolbot.api.provider.Routes;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.quota.QuotaService;
import org.spoolbot.api.scheduler.TaskScheduler;
import org.spoolbot.api.store.KeyValueStore;
import org.spoolbot.api.video.PromptReader;
import org.spoolbot.engine.plugin.loading.Candidate;
import org.spoolbot.engine.scheduler.VirtualTasks;

/** One plugin's view of the server: whatever it registers is kept in its scope. */
final class PluginView implements PluginContext {
    private final Candidate candidate;
    private final PluginScope scope;
    private final Translator texts;
    private final Registries registries;
    private final Services services;
    private final Surroundings surroundings;
    private final Supplier<PluginDirectory> plugins;

    PluginView(
            Candidate candidate,
            PluginScope scope,
            Translator texts,
            Registries registries,
            Services services,
            Surroundings surroundings,
            Supplier<PluginDirectory> plugins) {
        this.candidate = candidate;
        this.scope = scope;
        this.texts = texts;
        this.registries = registries;
        this.services = services;
        this.surroundings = surroundings;
        this.plugins = plugins;
    }

    private String id() {
        return candidate.descriptor().id();
    }

    @Override
    public PluginDescriptor descriptor() {
        return candidate.descriptor();
    }

    @Override
    public Path dataFolder() {
        try {
            return Files.createDirectories(surroundings.folders().of(id()));
        } catch (IOException fault) {
            throw new UncheckedIOException("the folder of plugin " + id() + " cannot be made", fault);
        }
    }

    @Override
    public <C extends Record> C config(Class<C> type) {
        return surroundings.settings().read(id(), candidate.files(), type);
    }

    @Override
    public Translator translator() {
        return texts;
    }

    @Override
    public EventBus events() {
        return new ScopedBus(registries.events().viewFor(id()), scope);
    }

    @Override
    public CommandRegistry commands() {
        return new ScopedCommands();
    }

    @Override
    public Conversations conversations() {
        return registries.conversations().viewFor(id(), texts, scope::keep);
    }

    @Override
    public ProviderRegistry providers() {
        return new ScopedProviders();
    }

    @Override
    public PlatformRegistry platforms() {
        return platform -> scope.keep(registries.platforms().add(id(), platform));
    }

    @Override
    public HttpRoutes http() {
        return new ScopedRoutes();
    }

    @Override
    public TaskScheduler scheduler() {
        return new VirtualTasks(id(), scope, surroundings.executor(), surroundings.clock(), surroundings.waiting());
    }

    @Override
    public KeyValueStore store() {
        return services.stores().of(id());
    }

    @Override
    public JobService jobs() {
        return services.jobs();
    }

    @Override
    public QuotaService quota() {
        return services.quota();
    }

    @Override
    public MediaLibrary media() {
        return services.media();
    }

    @Override
    public Permissions permissions() {
        return services.permissions();
    }

    @Override
    public PromptReader prompts() {
        return services.prompts();
    }

    @Override
    public PluginDirectory plugins() {
        return plugins.get();
    }

    private final class ScopedCommands implements CommandRegistry {
        @Override
        public Registration register(CommandSpec spec, CommandHandler handler) {
            return scope.keep(registries.commands().add(id(), texts, spec, handler));
        }

        @Override
        public Registration onAction(String action, ActionHandler handler) {
            return scope.keep(registries.commands().addAction(id(), texts, action, handler));
        }

        @Override
        public Registration onForm(String action, FormSource source) {
            return scope.keep(registries.commands().addForm(texts, action, source));
        }

        @Override
        public Registration onMessage(String action, String labelKey, MessageHandler handler) {
            ChatInbox.MessageAction named = new ChatInbox.MessageAction(action, labelKey);
            return scope.keep(registries.commands().addMessageAction(id(), texts, named, handler));
        }

        @Override
        public Registration onComplete(String command, String option, Function<String, List<String>> values) {
            return scope.keep(registries.commands().addValues(command, option, values));
        }
    }

    private final class ScopedProviders implements ProviderRegistry {
        @Override
        public Registration register(VideoProvider provider) {
            return scope.keep(registries.providers().add(id(), provider));
        }

        @Override
        public List<VideoProvider> providers() {
            return registries.providers().all();
        }

        @Override
        public Registration route(Routes routes) {
            return scope.keep(registries.providers().route(id(), routes));
        }

        @Override
        public void hint(String providerId, String taskId) {
            registries.providers().hints().tell(providerId, taskId);
        }
    }

    private final class ScopedRoutes implements HttpRoutes {
        @Override
        public Registration route(String method, String path, HttpHandler handler) {
            return scope.keep(registries.routes().add(id(), method, path, handler));
        }

        @Override
        public Optional<URI> publicAddress(String path) {
            return registries.routes().publicAddress(id(), path);
        }
    }

    private record ScopedBus(EventBus bus, PluginScope scope) implements EventBus {
        @Override
        public Registration register(Object listener) {
            return scope.keep(bus.register(listener));
        }

        @Override
        public <E extends Event> Registration subscribe(Class<E> type, Subscribe.Priority priority, Consumer<E> listener) {
            return scope.keep(bus.subscribe(type, priority, listener));
        }

        @Override
        public <E extends Event> E fire(E event) {
            return bus.fire(event);
        }
    }
}
