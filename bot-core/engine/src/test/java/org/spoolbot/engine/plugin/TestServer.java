package org.spoolbot.engine.plugin;

import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.spoolbot.api.conversation.Conversations;
import org.spoolbot.api.http.HttpHandler;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.job.JobService;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.permission.Permissions;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.plugin.PluginDirectory;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.api.provider.Routes;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.api.quota.QuotaService;
import org.spoolbot.engine.command.CommandDirectory;
import org.spoolbot.engine.conversation.ConversationDirectory;
import org.spoolbot.engine.event.EventHub;
import org.spoolbot.engine.platform.PlatformDirectory;
import org.spoolbot.engine.plugin.loading.FolderSource;
import org.spoolbot.engine.plugin.loading.PluginFiles;
import org.spoolbot.engine.prompt.TagReader;
import org.spoolbot.engine.http.RouteDirectory;
import org.spoolbot.engine.provider.ProviderDirectory;
import org.spoolbot.engine.provider.TaskHints;
import org.spoolbot.engine.time.ManualWaiting;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.SettableClock;

/** The plugin runtime with the real hub and loaders; registries note what comes and goes. */
final class TestServer implements AutoCloseable {
    final List<String> register = new CopyOnWriteArrayList<>();
    final Map<String, MemoryStore> stores = new ConcurrentHashMap<>();
    /** The loaders of the plugins whose code asked for a store. */
    final Map<String, WeakReference<ClassLoader>> loaders = new ConcurrentHashMap<>();
    final EventHub hub = new EventHub();
    final SettableClock clock = SettableClock.atTen();
    final ManualWaiting waiting = new ManualWaiting(clock);
    final PluginRuntime runtime;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    TestServer(Path... folders) {
        this(new ConcurrentHashMap<>(), folders);
    }

    /** After a restart with the stores of the last run. */
    TestServer(Map<String, MemoryStore> before, Path... folders) {
        stores.putAll(before);
        Surroundings surroundings =
                new Surroundings(clock, executor, waiting, this::noSettings, (id, files) -> text(), new PluginFolders(folders[0]));
        ContextFactory contexts = new ContextFactory(registries(), services(), surroundings);
        runtime = new PluginRuntime(new FolderSource(List.of(folders)), contexts, new PluginCalls(executor), new JarLedger(this::store));
    }

    TestServer started() {
        runtime.load();
        runtime.enable();
        return this;
    }

    MemoryStore store(String id) {
        ClassLoader caller = Thread.currentThread().getContextClassLoader();
        if (caller.getName() != null) {
            loaders.putIfAbsent(caller.getName(), new WeakReference<>(caller));
        }
        return stores.computeIfAbsent(id, key -> new MemoryStore());
    }

    Optional<String> stored(String plugin, String key) {
        return store(plugin).get(key);
    }

    PluginDirectory.Entry entry(String id) {
        return runtime.plugins().stream().filter(entry -> entry.descriptor().id().equals(id)).findFirst().orElseThrow();
    }

    String problem(String id) {
        return entry(id).problem().orElse("none");
    }

    private <C extends Record> C noSettings(String id, PluginFiles files, Class<C> type) {
        throw new UnsupportedOperationException("settings");
    }

    private static Translator text() {
        return (language, phrase) -> phrase.key();
    }

    private Registration noted(String what) {
        register.add("+" + what);
        return () -> register.add("-" + what);
    }

    private Registries registries() {
        CommandDirectory commands = new CommandDirectory() {
            @Override
            public Registration add(
                    String plugin,
                    Translator texts,
                    org.spoolbot.api.command.CommandSpec spec,
                    org.spoolbot.api.command.CommandHandler handler) {
                return noted(plugin + " command " + spec.name());
            }

            @Override
            public Registration addValues(String command, String option, java.util.function.Function<String, List<String>> values) {
                return () -> {};
            }

            @Override
            public Registration addAction(
                    String plugin, Translator texts, String action, org.spoolbot.api.command.ActionHandler handler) {
                return noted(plugin + " action " + action);
            }

            @Override
            public Registration addForm(Translator texts, String action, org.spoolbot.api.command.FormSource source) {
                return noted("form " + action);
            }

            @Override
            public Registration addMessageAction(
                    String plugin,
                    Translator texts,
                    org.spoolbot.api.platform.ChatInbox.MessageAction action,
                    org.spoolbot.api.command.MessageHandler handler) {
                return noted(plugin + " message action " + action.action());
            }
        };
        return new Registries(hub, commands, conversations(), new Providers(), new Platforms(), routes());
    }

    private RouteDirectory routes() {
        return new RouteDirectory() {
            @Override
            public Registration add(String plugin, String method, String path, HttpHandler handler) {
                return noted(plugin + " route " + path);
            }

            @Override
            public Optional<URI> publicAddress(String plugin, String path) {
                return Optional.empty();
            }
        };
    }

    private ConversationDirectory conversations() {
        return fake(ConversationDirectory.class, (method, arguments) -> fake(Conversations.class, (inner, none) -> {
            throw new UnsupportedOperationException(inner);
        }));
    }

    private Services services() {
        return new Services(
                absent(JobService.class), absent(QuotaService.class), absent(MediaLibrary.class), absent(Permissions.class), new TagReader(), this::store);
    }

    private static <T> T absent(Class<T> type) {
        return fake(type, (method, arguments) -> {
            throw new UnsupportedOperationException(method);
        });
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        Class<?>[] types = {type};
        return type.cast(Proxy.newProxyInstance(TestServer.class.getClassLoader(), types, (proxy, method, arguments) ->
                method.getName().equals("toString") ? type.getSimpleName() : answer.to(method.getName(), arguments)));
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    @Override
    public void close() {
        runtime.disable();
        executor.shutdownNow();
    }

    private final class Providers implements ProviderDirectory {
        @Override
        public Registration add(String pluginId, VideoProvider provider) {
            return noted(pluginId + " provider");
        }

        @Override
        public Optional<VideoProvider> find(String providerId) {
            return Optional.empty();
        }

        @Override
        public List<VideoProvider> all() {
            return List.of();
        }

        @Override
        public Registration route(String pluginId, Routes routes) {
            return noted(pluginId + " routes");
        }

        @Override
        public Routes routes() {
            return Routes.DEFAULT;
        }

        @Override
        public TaskHints hints() {
            return new TaskHints();
        }
    }

    private final class Platforms implements PlatformDirectory {
        @Override
        public Registration add(String pluginId, ChatPlatform platform) {
            return noted(pluginId + " platform");
        }

        @Override
        public Optional<ChatPlatform> find(String platformId) {
            return Optional.empty();
        }

        @Override
        public List<ChatPlatform> all() {
            return List.of();
        }
    }
}
