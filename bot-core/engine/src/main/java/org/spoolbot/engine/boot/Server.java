package org.spoolbot.engine.boot;

import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.config.ConfigException;
import org.spoolbot.api.config.ConfigFault;
import org.spoolbot.engine.command.CommandWork;
import org.spoolbot.engine.http.HttpServer;
import org.spoolbot.engine.job.JobEngine;
import org.spoolbot.engine.lifecycle.Startable;
import org.spoolbot.engine.media.MediaKeeper;
import org.spoolbot.engine.platform.PlatformRoster;
import org.spoolbot.engine.plugin.CorePlugin;
import org.spoolbot.engine.plugin.PluginRuntime;
import org.spoolbot.engine.storage.Storage;

/** Start and stop, each a checklist; stop undoes what start did, in reverse. Called from one thread. */
final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Storage storage;
    private final PluginRuntime plugins;
    private final CorePlugin core;
    private final MediaKeeper media;
    private final CommandWork commands;
    private final Upkeep upkeep;
    private final Doors doors;
    private final Deque<Undo> undo = new ArrayDeque<>();

    @Inject
    Server(
            Storage storage,
            PluginRuntime plugins,
            CorePlugin core,
            MediaKeeper media,
            CommandWork commands,
            Upkeep upkeep,
            Doors doors) {
        this.storage = storage;
        this.plugins = plugins;
        this.core = core;
        this.media = media;
        this.commands = commands;
        this.upkeep = upkeep;
        this.doors = doors;
    }

    /** Starts everything; what began is stopped again if something cannot. */
    void start() {
        try {
            begin("storage", storage);
            step("built-in commands", core::enable, core::disable);
            step("plugins", this::startPlugins, plugins::disable);
            begin("files", media);
            begin("commands", commands);
            begin("jobs", doors.jobs());
            begin("http", doors.http());
            begin("upkeep", upkeep);
            begin("chat platforms", doors.platforms());
        } catch (RuntimeException fault) {
            stop();
            throw fault;
        }
    }

    private void startPlugins() {
        plugins.load();
        List<ConfigFault> faults = plugins.configFaults();
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
        plugins.enable();
    }

    /** Builds plugins without enabling one, and tells the faults in their settings. Opens no database. */
    List<ConfigFault> check() {
        try {
            plugins.load();
            return plugins.configFaults();
        } finally {
            plugins.disable();
        }
    }

    private void begin(String name, Startable part) {
        step(name, part::start, part::stop);
    }

    private void step(String name, Runnable start, Runnable stop) {
        undo.push(new Undo(name, stop));
        start.run();
    }

    /** Stops what was started, last first; a part that fails does not keep the others from stopping. */
    void stop() {
        while (!undo.isEmpty()) {
            Undo last = undo.pop();
            try {
                last.stop().run();
            } catch (RuntimeException | LinkageError fault) {
                LOG.error("{} did not stop in order", last.name(), fault);
            }
        }
    }

    private record Undo(String name, Runnable stop) {}

    /** What lets work and people in. */
    record Doors(JobEngine jobs, HttpServer http, PlatformRoster platforms) {
        @Inject
        Doors {}
    }
}
