package org.spoolbot.playground;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.spoolbot.api.plugin.Plugin;
import org.spoolbot.api.plugin.PluginContext;

/** Registers the playground's platform and routes. */
public final class PlaygroundPlugin implements Plugin {
    private final PluginContext context;
    private final InstantSource clock;
    private final Logger log;
    private final PlaygroundConfig config;

    /** Reads the settings; faults in them are the server's to report. */
    @Inject
    public PlaygroundPlugin(PluginContext context, InstantSource clock, Logger log) {
        this.context = requireNonNull(context, "context is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.log = requireNonNull(log, "log is null");
        this.config = context.config(PlaygroundConfig.class);
    }

    @Override
    public void onEnable() {
        JsonMapper json = JsonMapper.builder().build();
        MessageIds ids = new MessageIds(clock);
        ChatLog chats = new ChatLog(context.store(), json, config.history());
        PlaygroundPlatform platform = new PlaygroundPlatform(chats, new MessageRenderer(json), ids, clock);
        Doorkeeper doorkeeper = new Doorkeeper(config.open(), this::hasPaidProvider);
        UploadShelf shelf = new UploadShelf(context.dataFolder().resolve("uploads"), clock);
        context.platforms().register(platform);
        new Endpoints(doorkeeper, platform, chats, context.media(), shelf, json, clock).register(context.http());
        new Speaking(doorkeeper, platform, chats, shelf, json, clock, ids).register(context.http());
        context.scheduler().every(Duration.ofMinutes(10), shelf::sweep);
        announce(doorkeeper);
    }

    private boolean hasPaidProvider() {
        return context.providers().providers().stream()
                .flatMap(provider -> provider.models().stream())
                .anyMatch(model -> !model.sample());
    }

    private void announce(Doorkeeper doorkeeper) {
        if (config.open()) {
            log.warn("the playground is open: whoever reaches the port may write under any name and as an admin");
        }
        // On the console and nowhere else: whoever has the link is an admin, and logs are kept.
        PrintStream console = System.out;
        console.println("To write as an admin, open the page once with ?link=" + doorkeeper.newLink());
    }
}
