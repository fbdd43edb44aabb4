package org.spoolbot.testkit;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpHandler;
import org.spoolbot.api.http.HttpRequest;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.api.http.HttpRoutes;
import org.spoolbot.api.plugin.Registration;

/** Routes without a server: a test hands a request to the route that would answer it. Thread-safe. */
public final class CapturedRoutes implements HttpRoutes {
    private final List<Route> routes = new CopyOnWriteArrayList<>();

    @Override
    public Registration route(String method, String path, HttpHandler handler) {
        Route route = new Route(method, path, handler);
        routes.add(route);
        return () -> routes.remove(route);
    }

    /** The answer of the first route that fits; an {@link HttpException} of 404 if none does. */
    public HttpResponse answer(HttpRequest request) throws HttpException, IOException {
        Optional<Route> route = routes.stream().filter(candidate -> candidate.fits(request)).findFirst();
        if (route.isEmpty()) {
            throw new HttpException(404, "no route for " + request.method() + " " + request.path());
        }
        return route.get().handler().handle(request);
    }

    /** {@code https://bot.example} and the path. */
    @Override
    public Optional<URI> publicAddress(String path) {
        return Optional.of(URI.create("https://bot.example" + path));
    }

    private record Route(String method, String path, HttpHandler handler) {
        boolean fits(HttpRequest request) {
            boolean open = path.endsWith("/*") && request.path().startsWith(path.substring(0, path.length() - 1));
            return method.equals(request.method()) && (open || path.equals(request.path()));
        }
    }
}
