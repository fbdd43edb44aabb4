package org.spoolbot.e2e.checkpoint;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.spoolbot.api.event.JobChangedEvent;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.plugin.Plugin;
import org.spoolbot.api.plugin.PluginContext;

/** Holds every job that reaches the status named in the file {@code stop-at}, and says so in the file {@code reached}. */
public final class CheckpointPlugin implements Plugin {
    private final PluginContext context;
    private final CountDownLatch never = new CountDownLatch(1);

    /** With the server's view for this plugin. */
    @Inject
    public CheckpointPlugin(PluginContext context) {
        this.context = context;
    }

    @Override
    public void onEnable() {
        context.events().register(this);
    }

    @Override
    public void onDisable() {
        never.countDown();
    }

    @Subscribe
    void on(JobChangedEvent event) throws InterruptedException {
        Path folder = context.dataFolder();
        try {
            Path order = folder.resolve("stop-at");
            if (Files.exists(order) && Files.readString(order).strip().equals(event.job().status().name())) {
                Files.writeString(folder.resolve("reached"), event.job().id().value());
                never.await();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
