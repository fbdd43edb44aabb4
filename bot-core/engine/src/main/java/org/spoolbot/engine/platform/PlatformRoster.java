package org.spoolbot.engine.platform;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.event.AlertEvent;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.lifecycle.Startable;

/** The platforms, connected side by side so that a slow one holds up no other. */
public final class PlatformRoster implements PlatformDirectory, Startable {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformRoster.class);
    private static final int START_SECONDS = 30;
    private static final int STOP_SECONDS = 5;

    private final Map<String, ChatPlatform> platforms = new ConcurrentSkipListMap<>();
    private final ExecutorService executor;
    private final Provider<ChatInbox> inbox;
    private final EventBus events;
    private final PlatformMeters meters;
    private boolean running;

    @Inject
    PlatformRoster(ExecutorService executor, Provider<ChatInbox> inbox, EventBus events, PlatformMeters meters) {
        this.executor = executor;
        this.inbox = inbox;
        this.events = events;
        this.meters = meters;
    }

    @Override
    public Registration add(String pluginId, ChatPlatform platform) {
        boolean startNow;
        synchronized (this) {
            if (platforms.putIfAbsent(platform.id(), platform) != null) {
                throw new IllegalStateException("plugin " + pluginId + ": there is already a platform " + platform.id());
            }
            startNow = running;
        }
        Registration shown = meters.show(platform);
        if (startNow) {
            connect(List.of(platform));
        }
        return () -> {
            remove(platform);
            shown.close();
        };
    }

    @Override
    public Optional<ChatPlatform> find(String platformId) {
        return Optional.ofNullable(platforms.get(platformId));
    }

    @Override
    public List<ChatPlatform> all() {
        return List.copyOf(platforms.values());
    }

    @Override
    public void start() {
        List<ChatPlatform> waiting;
        synchronized (this) {
            running = true;
            waiting = all();
        }
        connect(waiting);
    }

    @Override
    public void stop() {
        List<ChatPlatform> connected;
        synchronized (this) {
            running = false;
            connected = all();
        }
        disconnect(connected);
    }

    private void remove(ChatPlatform platform) {
        boolean disconnectNow;
        synchronized (this) {
            disconnectNow = platforms.remove(platform.id(), platform) && running;
        }
        if (disconnectNow) {
            disconnect(List.of(platform));
        }
    }

    private void connect(List<ChatPlatform> starting) {
        List<? extends Future<?>> started = starting.stream()
                .map(platform -> executor.submit(() -> startOne(platform)))
                .toList();
        awaitAll(started, START_SECONDS);
    }

    private void startOne(ChatPlatform platform) {
        try {
            platform.start(inbox.get());
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("Platform {} did not start; the others go on", platform.id(), failure);
            events.fire(new AlertEvent("platform-" + platform.id(), Phrase.of("job.alert.platform-failed", platform.id())));
        }
    }

    private void disconnect(List<ChatPlatform> stopping) {
        List<? extends Future<?>> stopped = stopping.stream()
                .map(platform -> executor.submit(() -> stopOne(platform)))
                .toList();
        awaitAll(stopped, STOP_SECONDS);
    }

    private static void stopOne(ChatPlatform platform) {
        try {
            platform.stop();
        } catch (RuntimeException | LinkageError failure) {
            LOG.warn("Platform {} did not stop cleanly", platform.id(), failure);
        }
    }

    private static void awaitAll(List<? extends Future<?>> futures, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (Future<?> future : futures) {
            try {
                future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                LOG.warn("A platform takes longer than {} s; going on without waiting for it", seconds);
            } catch (ExecutionException impossible) {
                LOG.error("A platform ended unexpectedly", impossible);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
