package org.spoolbot.engine.http;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.lifecycle.Startable;

/** The one HTTP server: plugin routes, signed files, health. Requests run on virtual threads. */
public final class HttpServer implements Startable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int HEADER_BYTES = 16 * 1024;
    private static final long GRACE_MILLIS = 3_000;
    /** A connection on which nothing happens for so long does not hold up the end. */
    private static final long CLOSING_MILLIS = 200;

    private final ServerSettings.Http settings;
    private final Answering answering;
    private final RouteTable routes;
    private final Server server;
    private final ServerConnector connector;

    @Inject
    HttpServer(
            ServerSettings settings,
            FrontDoor door,
            RouteTable routes,
            Answering answering,
            ExecutorService executor,
            Limits limits) {
        this.settings = settings.http();
        this.answering = answering;
        this.routes = routes;
        QueuedThreadPool pool = new QueuedThreadPool(16, 4);
        pool.setName("http");
        pool.setDaemon(true);
        pool.setStopTimeout(500);
        pool.setVirtualThreadsExecutor(executor);
        server = new Server(pool);
        connector = connector(limits);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        server.setHandler(new GracefulHandler(door));
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(GRACE_MILLIS);
    }

    private ServerConnector connector(Limits limits) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setResponseHeaderSize(HEADER_BYTES);
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        http.getHttpConfiguration().setHttpCompliance(HttpCompliance.RFC9110);
        ServerConnector made = new ServerConnector(server, 1, 2, http);
        made.setHost(settings.host());
        made.setPort(settings.port());
        made.setIdleTimeout(limits.silence().toMillis());
        made.setReuseAddress(true);
        made.setShutdownIdleTimeout(CLOSING_MILLIS);
        return made;
    }

    /**
     * Opens the port.
     *
     * @throws PortTakenException if another program has it
     */
    @Override
    public void start() {
        try {
            connector.open();
            server.start();
        } catch (IOException refused) {
            throw ofBinding(refused.getCause() instanceof BindException cause ? cause : refused);
        } catch (Exception fault) {
            throw new IllegalStateException("The HTTP server does not start", fault);
        }
        LOG.info("HTTP server listens on {}:{}", settings.host(), port());
    }

    /** A port below 1024 and an address of another machine fail by the same exception as a port that is taken. */
    private RuntimeException ofBinding(IOException refused) {
        String reason = String.valueOf(refused.getMessage());
        if (refused instanceof BindException && reason.contains("in use")) {
            return new PortTakenException(settings.host(), settings.port());
        }
        String place = settings.host() + ":" + settings.port();
        return new IllegalStateException("The HTTP server cannot listen on " + place + ": " + reason, refused);
    }

    /** The port it listens on; differs from the setting if that is 0. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Whether a plugin answers there. */
    public boolean hasPage(String path) {
        return routes.match("GET", path, false) instanceof RouteTable.Match.Found;
    }

    /** Where a browser on this machine finds it. */
    public URI address() {
        boolean anywhere = settings.host().equals("0.0.0.0") || settings.host().equals("::");
        String host = anywhere ? "127.0.0.1" : settings.host();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    @Override
    public void stop() {
        answering.endStreams();
        try {
            server.stop();
        } catch (Exception fault) {
            LOG.warn("the HTTP server did not stop in order", fault);
        }
    }

    /**
     * What a client may take of the server.
     *
     * @param silence after this a connection on which nothing happens is closed, unless a handler is at work for it
     * @param connections open at a time
     */
    record Limits(Duration silence, int connections) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(60), 2_000);
    }
}
