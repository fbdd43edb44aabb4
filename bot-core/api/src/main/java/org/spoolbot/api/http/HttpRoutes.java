package org.spoolbot.api.http;

import java.net.URI;
import java.util.Optional;
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

    /**
     * The address under which the outside world reaches such a path: {@code http.public-url}, the plugin's shortest mount that the outside
     * may use, the path.
     *
     * @param path as for {@link #route}, without a star
     * @return empty if the server has no public address, or the plugin no mount there
     */
    Optional<URI> publicAddress(String path);
}
