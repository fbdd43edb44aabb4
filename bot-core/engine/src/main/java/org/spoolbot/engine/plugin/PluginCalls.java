package org.spoolbot.engine.plugin;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.spoolbot.api.plugin.Plugin;

/** Calls into plugins: on a thread of their own, with their class loader, not for ever. */
final class PluginCalls {
    private static final Duration BUILD_LIMIT = Duration.ofSeconds(30);
    private static final Duration ENABLE_LIMIT = Duration.ofSeconds(30);
    private static final Duration DISABLE_LIMIT = Duration.ofSeconds(10);

    private final ExecutorService executor;

    @Inject
    PluginCalls(ExecutorService executor) {
        this.executor = executor;
    }

    <T> T within(ClassLoader loader, Callable<T> call) throws Exception {
        return limited(loader, BUILD_LIMIT, call);
    }

    void onEnable(PluginHandle handle) throws Exception {
        Plugin plugin = handle.plugin().orElseThrow();
        limited(plugin.getClass().getClassLoader(), ENABLE_LIMIT, () -> {
            plugin.onEnable();
            return true;
        });
    }

    void onDisable(PluginHandle handle) throws Exception {
        Plugin plugin = handle.plugin().orElseThrow();
        limited(plugin.getClass().getClassLoader(), DISABLE_LIMIT, () -> {
            plugin.onDisable();
            return true;
        });
    }

    private <T> T limited(ClassLoader loader, Duration limit, Callable<T> call) throws Exception {
        Future<T> future = executor.submit(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            return call.call();
        });
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            future.cancel(true);
            throw new TimeoutException("it took longer than " + limit.toSeconds() + " seconds");
        } catch (InterruptedException stopped) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server was stopped meanwhile", stopped);
        } catch (ExecutionException fault) {
            throw cause(fault);
        }
    }

    private static Exception cause(ExecutionException fault) {
        return switch (fault.getCause()) {
            case Exception exception -> exception;
            case LinkageError error -> throw error;
            case null, default -> fault;
        };
    }
}
