package org.spoolbot.engine.http;

import java.net.URI;
import java.util.Optional;
import org.spoolbot.api.http.HttpHandler;
import org.spoolbot.api.plugin.Registration;

/** Registered routes of plugins. Thread-safe. */
public interface RouteDirectory {
    /** Adds a route below the plugin's mounts. */
    Registration add(String pluginId, String method, String path, HttpHandler handler);

    /** Where the outside world reaches that path of the plugin; empty without a public address or a mount of its own. */
    Optional<URI> publicAddress(String pluginId, String path);
}
