package org.spoolbot.engine.http;

import org.spoolbot.api.http.HttpHandler;
import org.spoolbot.api.plugin.Registration;

/** Registered routes of plugins. Thread-safe. */
public interface RouteDirectory {
    /** Adds a route below the plugin's mounts. */
    Registration add(String pluginId, String method, String path, HttpHandler handler);
}
