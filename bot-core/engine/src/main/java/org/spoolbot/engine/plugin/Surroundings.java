package org.spoolbot.engine.plugin;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import org.spoolbot.engine.time.Waiting;

/** What plugins stand on. */
record Surroundings(
        InstantSource clock,
        ExecutorService executor,
        Waiting waiting,
        PluginSettings settings,
        PluginTexts texts,
        PluginFolders folders) {
    @Inject
    Surroundings {}
}
