package org.spoolbot.engine.http;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.util.Modules;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.spoolbot.api.http.HttpHandler;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.health.ReadinessCheck;
import org.spoolbot.engine.media.MediaCabinet;
import org.spoolbot.testkit.SettableClock;

/** The real server on a free port of loopback, wired as in the product. */
final class Site implements AutoCloseable {
    final SettableClock clock = SettableClock.atTen();
    final Shelf shelf;
    final HttpServer server;
    final RouteDirectory routes;
    final SignedLinks links;
    private final Path home;
    private final HttpClient client;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private boolean running = true;

    private Site(Plan plan) {
        home = plan.home();
        shelf = new Shelf(home);
        Injector parts = Guice.createInjector(
                Stage.PRODUCTION,
                Modules.override(new HttpModule(home)).with(new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(HttpServer.Limits.class).toInstance(new HttpServer.Limits(plan.silence(), 500));
                    }
                }),
                new Surroundings(plan));
        routes = parts.getInstance(RouteDirectory.class);
        links = parts.getInstance(SignedLinks.class);
        server = parts.getInstance(HttpServer.class);
        server.start();
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(executor).build();
    }

    static Plan in(Path home) {
        ServerSettings.Http http = new ServerSettings.Http("127.0.0.1", 0, Optional.empty(), Map.of("/", "playground"));
        return new Plan(home, http, List.of(), Duration.ofSeconds(60));
    }

    Site get(String path, HttpHandler handler) {
        routes.add("demo", "GET", path, handler);
        return this;
    }

    Site post(String path, HttpHandler handler) {
        routes.add("demo", "POST", path, handler);
        return this;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        return client.send(request.build(), body);
    }

    HttpResponse<String> fetch(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends just that and reads until the server closes. */
    Raw raw(String text) throws IOException {
        try (Wire wire = Wire.to(server.port())) {
            wire.write(text);
            return Raw.of(wire.rest());
        }
    }

    /** A plain GET under any name, path and headers. */
    Raw call(String host, String path, String... headers) throws IOException {
        StringBuilder text = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n");
        Stream.of(headers).forEach(header -> text.append(header).append("\r\n"));
        return raw(text.append("\r\n").toString());
    }

    List<Path> leftovers() throws IOException {
        Path folder = home.resolve("http-work");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    void stop() {
        if (running) {
            running = false;
            server.stop();
        }
    }

    @Override
    public void close() {
        stop();
        client.shutdownNow();
        executor.shutdownNow();
    }

    record Plan(Path home, ServerSettings.Http http, List<ReadinessCheck> checks, Duration silence) {
        Plan under(String publicUrl) {
            return with(new ServerSettings.Http(http.host(), http.port(), Optional.of(URI.create(publicUrl)), http.mounts()));
        }

        Plan mounting(Map<String, String> mounts) {
            return with(new ServerSettings.Http(http.host(), http.port(), http.publicUrl(), mounts));
        }

        Plan on(String host, int port) {
            return with(new ServerSettings.Http(host, port, http.publicUrl(), http.mounts()));
        }

        Plan checking(ReadinessCheck... more) {
            return new Plan(home, http, List.of(more), silence);
        }

        Plan silentFor(Duration limit) {
            return new Plan(home, http, checks, limit);
        }

        private Plan with(ServerSettings.Http other) {
            return new Plan(home, other, checks, silence);
        }

        Site open() {
            return new Site(this);
        }

        ServerSettings settings() {
            Duration day = Duration.ofDays(1);
            return new ServerSettings(
                    List.of(),
                    http,
                    "",
                    new ServerSettings.Jobs(1, 1, day, day, day, day, day),
                    new ServerSettings.Media(1, 1, 1, 1, 1, day, day, 1),
                    new ServerSettings.Money("USD", BigDecimal.ONE, BigDecimal.ONE, true),
                    new ServerSettings.Region(Locale.ROOT, ZoneOffset.UTC));
        }
    }

    private final class Surroundings extends AbstractModule {
        private final Plan plan;

        Surroundings(Plan plan) {
            this.plan = plan;
        }

        @Override
        protected void configure() {
            binder().requireAtInjectOnConstructors();
            binder().requireExactBindingAnnotations();
            bind(ServerSettings.class).toInstance(plan.settings());
            bind(SecureRandom.class).toInstance(new SecureRandom());
            bind(InstantSource.class).toInstance(clock);
            bind(MediaCabinet.class).toInstance(shelf);
            bind(ExecutorService.class).toInstance(executor);
            Multibinder<ReadinessCheck> checks = Multibinder.newSetBinder(binder(), ReadinessCheck.class);
            plan.checks().forEach(check -> checks.addBinding().toInstance(check));
        }
    }
}
