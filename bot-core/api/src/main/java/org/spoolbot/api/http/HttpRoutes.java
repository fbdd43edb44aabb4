package org.spoolbot.api.http;

import org.spoolbot.api.plugin.Registration;

/**
 * A plugin's routes. They live under {@code /plugins/<id>/} and under every prefix that {@code http.mounts} gives the plugin. A handler
 * sees the path below its mount. Thread-safe.
 */
public interface HttpRoutes {
    /**
     * Registers a handler.
     *
     * @param method {@code GET}, {@code POST} …; {@code GET} serves {@code HEAD} too
     * @param path starts with {@code /}; a last segment {@code *} stands for any rest, also with slashes
     */
    Registration route(String method, String path, HttpHandler handler);
}
