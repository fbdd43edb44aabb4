package org.spoolbot.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The built server, running on a home of its own. */
final class Server implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final Child child;
    private final Home home;
    private final int port;

    private Server(Child child, Home home, int port) {
        this.child = child;
        this.home = home;
        this.port = port;
    }

    /** Starts it and returns when it says that it is ready. */
    static Server start(Home home) throws IOException {
        Server server = launch(home, Map.of());
        server.awaitReady();
        return server;
    }

    static Server start(Home home, Map<String, String> environment) throws IOException {
        Server server = launch(home, environment);
        server.awaitReady();
        return server;
    }

    /** Starts it without waiting. */
    static Server launch(Home home, Map<String, String> environment) throws IOException {
        int port = freePort();
        Map<String, String> all = new HashMap<>(Map.of("SPOOLBOT_HTTP_PORT", Integer.toString(port)));
        all.putAll(environment);
        Child child = Child.spoolbot(all, List.of("run", "--home", home.path().toString()));
        return new Server(child, home, Integer.parseInt(all.get("SPOOLBOT_HTTP_PORT")));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The line that tells how long the start took. */
    String awaitReady() {
        try {
            return child.awaitLine(line -> line.matches(".*ready in [\\d., ]+ ?m?s.*"), START_PATIENCE);
        } catch (AssertionError notReady) {
            child.close();
            throw notReady;
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    int port() {
        return port;
    }

    Home home() {
        return home;
    }

    Child process() {
        return child;
    }

    String output() {
        return child.output();
    }

    Path database() {
        return home.path().resolve("data/spoolbot.db");
    }

    int stop() throws InterruptedException {
        return child.stop();
    }

    void kill() throws InterruptedException {
        child.kill();
    }

    @Override
    public void close() {
        child.close();
    }
}
