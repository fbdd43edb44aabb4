package org.spoolbot.engine.plugin;

import jakarta.inject.Inject;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.config.ConfigException;
import org.spoolbot.api.config.ConfigFault;
import org.spoolbot.api.plugin.Plugin;
import org.spoolbot.api.plugin.PluginDescriptor;
import org.spoolbot.api.plugin.PluginDirectory;
import org.spoolbot.api.plugin.PluginState;
import org.spoolbot.engine.plugin.loading.Candidate;
import org.spoolbot.engine.plugin.loading.DependencyOrder;
import org.spoolbot.engine.plugin.loading.Discovery;
import org.spoolbot.engine.plugin.loading.PluginClassLoader;
import org.spoolbot.engine.plugin.loading.PluginSource;

/**
 * Brings plugins to life and to rest. A plugin that fails takes those that depend on it with it, each with the reason, and nothing
 * else. Called by boot, from one thread; {@link #plugins()} from any.
 */
public final class PluginRuntime implements PluginDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(PluginRuntime.class);

    private static final Duration TASKS_LIMIT = Duration.ofSeconds(5);

    private final PluginSource source;
    private final ContextFactory contexts;
    private final PluginCalls calls;
    private final JarLedger jars;
    private final List<ConfigFault> configFaults = new ArrayList<>();
    private volatile Map<String, PluginHandle> handles = Map.of();
    private volatile List<PluginHandle> order = List.of();

    /** For the plugins of a source. */
    @Inject
    PluginRuntime(PluginSource source, ContextFactory contexts, PluginCalls calls, JarLedger jars) {
        this.source = source;
        this.contexts = contexts;
        this.calls = calls;
        this.jars = jars;
    }

    /** Finds, orders and builds all plugins; enables none. */
    public void load() {
        Discovery discovery = source.discover();
        discovery.refusals().forEach(refusal -> LOG.error("{} is not loaded: {}", refusal.name(), refusal.reason()));
        discovery.notes().forEach(LOG::info);
        handles = discovery.candidates().stream()
                .map(PluginHandle::new)
                .collect(Collectors.toMap(PluginHandle::id, Function.identity(), (one, other) -> one, TreeMap::new));
        resolve();
        order.forEach(this::build);
        releaseFailed();
    }

    private void resolve() {
        DependencyOrder.Order resolved =
                DependencyOrder.of(handles.values().stream().map(PluginHandle::descriptor).toList());
        resolved.rejected().forEach((id, reason) -> failed(handle(id), reason));
        order = resolved.ids().stream().map(this::handle).toList();
        order.forEach(handle -> handle.move(PluginState.DISCOVERED, PluginState.RESOLVED));
    }

    private PluginHandle handle(String id) {
        return Optional.ofNullable(handles.get(id)).orElseThrow();
    }

    private void build(PluginHandle handle) {
        if (stoppedByDependency(handle)) {
            return;
        }
        try {
            ClassLoader loader = loaderOf(handle);
            handle.opened(loader);
            Plugin plugin = calls.within(loader, () -> built(handle, loader));
            handle.built(loader, plugin);
            handle.move(PluginState.RESOLVED, PluginState.LOADED);
        } catch (ConfigException fault) {
            configFaults.addAll(fault.faults());
            failed(handle, "has faults in its settings");
        } catch (Exception | LinkageError fault) {
            LOG.error("plugin {} could not be built", handle.id(), fault);
            failed(handle, "could not be built: " + Problem.line(fault));
        }
    }

    private Plugin built(PluginHandle handle, ClassLoader loader) throws ClassNotFoundException {
        Class<?> found = Class.forName(handle.descriptor().main(), true, loader);
        if (!Plugin.class.isAssignableFrom(found)) {
            throw new IllegalArgumentException("its main class " + found.getName() + " does not implement Plugin");
        }
        Class<? extends Plugin> main = found.asSubclass(Plugin.class);
        PluginView view = contexts.view(handle.candidate(), handle.scope(), () -> this);
        return PluginBuilder.build(main, view, contexts.surroundings().clock());
    }

    private ClassLoader loaderOf(PluginHandle handle) {
        ClassLoader host = PluginRuntime.class.getClassLoader();
        Candidate candidate = handle.candidate();
        if (candidate.jar().isEmpty()) {
            return host;
        }
        List<ClassLoader> dependencies = declared(handle)
                .filter(other -> other.state() != PluginState.FAILED)
                .flatMap(other -> other.loader().stream())
                .toList();
        return new PluginClassLoader(handle.id(), candidate.jar().get(), host, dependencies);
    }

    /** The plugins it names and that are there. */
    private Stream<PluginHandle> declared(PluginHandle handle) {
        PluginDescriptor.Needs needs = handle.descriptor().needs();
        return Stream.concat(needs.depend().stream(), needs.softDepend().stream())
                .distinct()
                .flatMap(id -> Optional.ofNullable(handles.get(id)).stream());
    }

    /** All faults in settings that plugins found while they were built. */
    public List<ConfigFault> configFaults() {
        return List.copyOf(configFaults);
    }

    /** Enables what was built, in order. */
    public void enable() {
        for (PluginHandle handle : order) {
            if (handle.state() == PluginState.LOADED && !stoppedByDependency(handle)) {
                enable(handle);
            }
        }
        releaseFailed();
    }

    private void enable(PluginHandle handle) {
        try {
            jars.announce(handle.candidate());
            calls.onEnable(handle);
            handle.move(PluginState.LOADED, PluginState.ENABLED);
            LOG.info("plugin {} {} is enabled", handle.id(), handle.descriptor().version());
        } catch (Exception | LinkageError fault) {
            LOG.error("plugin {} could not be enabled", handle.id(), fault);
            failed(handle, "could not be enabled: " + Problem.line(fault));
        }
    }

    private boolean stoppedByDependency(PluginHandle handle) {
        Optional<String> failed = handle.descriptor().needs().depend().stream()
                .filter(id -> handle(id).state() == PluginState.FAILED)
                .findFirst();
        failed.ifPresent(id -> failed(handle, "requires " + id + ", which failed: " + handle(id).problem().orElse("")));
        return failed.isPresent();
    }

    private static void failed(PluginHandle handle, String reason) {
        handle.fail(reason);
        LOG.error("plugin {} is off: it {}", handle.id(), reason);
        handle.scope().close();
    }

    /** Unloads what failed, unless another plugin that lives may use its classes. */
    private void releaseFailed() {
        order.reversed().stream()
                .filter(handle -> handle.state() == PluginState.FAILED && order.stream().noneMatch(other -> uses(other, handle)))
                .forEach(PluginRuntime::unload);
    }

    private boolean uses(PluginHandle other, PluginHandle handle) {
        boolean lives = other.state() == PluginState.LOADED || other.state() == PluginState.ENABLED;
        return lives && declared(other).anyMatch(handle::equals);
    }

    /** Disables all plugins in reverse order and closes their class loaders last. */
    public void disable() {
        List<PluginHandle> reverse = order.reversed();
        reverse.forEach(this::disable);
        reverse.forEach(PluginRuntime::unload);
    }

    private void disable(PluginHandle handle) {
        if (handle.move(PluginState.ENABLED, PluginState.DISABLED)) {
            farewell(handle);
        }
        handle.move(PluginState.LOADED, PluginState.DISABLED);
        handle.scope().close();
    }

    private void farewell(PluginHandle handle) {
        try {
            calls.onDisable(handle);
        } catch (Exception | LinkageError fault) {
            LOG.error("plugin {} failed while it was disabled", handle.id(), fault);
        }
    }

    private static void unload(PluginHandle handle) {
        if (!handle.scope().quiet(TASKS_LIMIT)) {
            LOG.warn("a task of plugin {} does not end; its classes are taken away while it runs", handle.id());
        }
        if (handle.loader().orElse(null) instanceof PluginClassLoader own) {
            close(handle.id(), own);
        }
        handle.forget();
        handle.move(PluginState.DISABLED, PluginState.UNLOADED);
    }

    private static void close(String id, Closeable loader) {
        try {
            loader.close();
        } catch (IOException fault) {
            LOG.warn("the jar of plugin {} could not be closed", id, fault);
        }
    }

    @Override
    public List<Entry> plugins() {
        return handles.values().stream().map(PluginHandle::entry).toList();
    }
}
