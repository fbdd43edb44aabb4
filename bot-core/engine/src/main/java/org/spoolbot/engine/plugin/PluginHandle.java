package org.spoolbot.engine.plugin;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.plugin.Plugin;
import org.spoolbot.api.plugin.PluginDescriptor;
import org.spoolbot.api.plugin.PluginDirectory;
import org.spoolbot.api.plugin.PluginState;
import org.spoolbot.engine.plugin.loading.Candidate;

/** A plugin and where it is in its life; its state moves here alone, by compare-and-set. Thread-safe. */
final class PluginHandle {
    private final Candidate candidate;
    private final PluginScope scope;
    private final AtomicReference<Stage> stage = new AtomicReference<>(new Stage(PluginState.DISCOVERED, Optional.empty()));
    private volatile @Nullable ClassLoader loader;
    private volatile @Nullable Plugin plugin;

    PluginHandle(Candidate candidate) {
        this.candidate = candidate;
        this.scope = new PluginScope(candidate.descriptor().id());
    }

    PluginDescriptor descriptor() {
        return candidate.descriptor();
    }

    String id() {
        return candidate.descriptor().id();
    }

    Candidate candidate() {
        return candidate;
    }

    PluginScope scope() {
        return scope;
    }

    PluginState state() {
        return stage.get().state();
    }

    boolean move(PluginState from, PluginState to) {
        Stage before = stage.get();
        return before.state() == from && stage.compareAndSet(before, new Stage(to, Optional.empty()));
    }

    /** From any state; the first reason is kept. */
    void fail(String reason) {
        stage.updateAndGet(
                before -> before.state() == PluginState.FAILED ? before : new Stage(PluginState.FAILED, Optional.of(reason)));
    }

    Optional<String> problem() {
        return stage.get().problem();
    }

    void built(ClassLoader itsLoader, Plugin itsPlugin) {
        loader = itsLoader;
        plugin = itsPlugin;
    }

    Optional<ClassLoader> loader() {
        return Optional.ofNullable(loader);
    }

    void opened(ClassLoader itsLoader) {
        loader = itsLoader;
    }

    Optional<Plugin> plugin() {
        return Optional.ofNullable(plugin);
    }

    /** Lets go of its classes, so that they can be collected. */
    void forget() {
        plugin = null;
        loader = null;
    }

    PluginDirectory.Entry entry() {
        Stage now = stage.get();
        return new PluginDirectory.Entry(descriptor(), now.state(), now.problem());
    }

    private record Stage(PluginState state, Optional<String> problem) {}
}
