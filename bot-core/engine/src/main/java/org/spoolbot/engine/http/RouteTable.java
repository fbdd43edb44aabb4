package org.spoolbot.engine.http;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.spoolbot.api.http.HttpHandler;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.config.ServerSettings;

/** Routes of plugins and where they are mounted. The longest mount is asked first; within a plugin the closest route. */
final class RouteTable implements RouteDirectory {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String PLUGINS = "/plugins/";

    private final Map<String, String> mounts;
    private final Optional<URI> publicUrl;
    private final CopyOnWriteArrayList<Route> routes = new CopyOnWriteArrayList<>();

    @Inject
    RouteTable(ServerSettings settings) {
        this(settings.http().mounts(), settings.http().publicUrl());
    }

    RouteTable(Map<String, String> mounts) {
        this(mounts, Optional.empty());
    }

    RouteTable(Map<String, String> mounts, Optional<URI> publicUrl) {
        this.publicUrl = publicUrl;
        this.mounts = mounts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> withoutSlash(entry.getKey()), Map.Entry::getValue));
    }

    @Override
    public synchronized Registration add(String pluginId, String method, String path, HttpHandler handler) {
        Route route = new Route(pluginId, method, new RoutePattern(path), handler);
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException(method + " is no method that a route can have: " + new TreeSet<>(METHODS));
        }
        if (routes.stream().anyMatch(route::isTwinOf)) {
            throw new IllegalStateException("the plugin " + pluginId + " already has a route " + method + " " + path);
        }
        routes.add(route);
        return () -> routes.removeIf(candidate -> candidate == route);
    }

    @Override
    public Optional<URI> publicAddress(String pluginId, String path) {
        return publicUrl.flatMap(url -> mounts.entrySet().stream()
                .filter(mount -> mount.getValue().equals(pluginId) && !mount.getKey().isEmpty())
                .map(Map.Entry::getKey)
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(mount -> URI.create(withoutSlash(url.toString()) + mount + path)));
    }

    /** Finds who answers. What comes in from outside never falls back to the mount of everything. */
    Match match(String method, String path, boolean isPublic) {
        Match best = new Match.Nothing();
        for (Place place : places(path, isPublic)) {
            Match match = at(place, method);
            if (match instanceof Match.Found) {
                return match;
            }
            best = best instanceof Match.Nothing ? match : best;
        }
        return best;
    }

    private Match at(Place place, String method) {
        List<Route> fitting = routes.stream()
                .filter(route -> route.pluginId().equals(place.pluginId()))
                .filter(route -> route.pattern().matches(place.rest()))
                .toList();
        String wanted = method.equals("HEAD") ? "GET" : method;
        Optional<Route> best = fitting.stream()
                .filter(route -> route.method().equals(wanted))
                .max(Comparator.comparing((Route route) -> !route.pattern().isOpen())
                        .thenComparing(route -> route.pattern().stem().length()));
        if (best.isPresent()) {
            return new Match.Found(place.pluginId(), place.rest(), best.get().handler());
        }
        return fitting.isEmpty() ? new Match.Nothing() : new Match.OtherMethods(allowed(fitting));
    }

    private List<Place> places(String path, boolean isPublic) {
        if (path.startsWith(PLUGINS)) {
            int end = path.indexOf('/', PLUGINS.length());
            return end < 0 ? List.of() : List.of(new Place(path.substring(PLUGINS.length(), end), path.substring(end)));
        }
        return mounts.entrySet().stream()
                .filter(mount -> path.equals(mount.getKey()) || path.startsWith(mount.getKey() + "/"))
                .filter(mount -> !isPublic || !mount.getKey().isEmpty())
                .sorted(Comparator.comparingInt((Map.Entry<String, String> mount) -> -mount.getKey().length()))
                .map(mount -> new Place(mount.getValue(), rest(path, mount.getKey())))
                .toList();
    }

    private static String rest(String path, String mount) {
        String rest = path.substring(mount.length());
        return rest.isEmpty() ? "/" : rest;
    }

    private static String allowed(List<Route> routes) {
        Set<String> methods = routes.stream().map(Route::method).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    private static String withoutSlash(String prefix) {
        return prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    }

    /** Who answers a request. */
    sealed interface Match {
        record Found(String pluginId, String rest, HttpHandler handler) implements Match {}

        record OtherMethods(String allowed) implements Match {}

        record Nothing() implements Match {}
    }

    private record Place(String pluginId, String rest) {}

    private record Route(String pluginId, String method, RoutePattern pattern, HttpHandler handler) {
        boolean isTwinOf(Route other) {
            return pluginId.equals(other.pluginId) && method.equals(other.method) && pattern.equals(other.pattern);
        }
    }
}
