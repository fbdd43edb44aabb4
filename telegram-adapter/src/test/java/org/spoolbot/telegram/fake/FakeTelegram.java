package org.spoolbot.telegram.fake;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The Bot API on 127.0.0.1, with one bot. Message dates, presses, links and limits follow the given clock; waiting takes real time. */
public final class FakeTelegram implements AutoCloseable {
    private static final String TOKEN = World.BOT_ID + ":AAF4keTelegram0nLoopback-Token_1234";

    private final Scene scene = new Scene();
    private final FileShelf shelf;
    private final Updates updates;
    private final World world;
    private final Faults faults = new Faults(scene);
    private final Violations violations = new Violations(scene);
    private final Calls calls = new Calls(scene);
    private final Flood flood;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private FakeTelegram(InstantSource clock, int port) throws IOException {
        shelf = new FileShelf(scene, clock);
        updates = new Updates(scene, clock, violations);
        world = new World(scene, clock, updates, shelf);
        flood = new Flood(scene, clock);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 512);
        server.setExecutor(executor);
        server.createContext("/", front());
        server.start();
    }

    private Front front() {
        Contents contents = new Contents(shelf, violations);
        Places places = new Places(world);
        Front front = new Front(TOKEN, world, places, faults, new Front.Log(calls, violations));
        places.offer(front.methods());
        new Sending(world, contents, flood).offer(front.methods());
        new Editing(world, contents, flood).offer(front.methods());
        return front;
    }

    /** On a free port. */
    public static FakeTelegram start(InstantSource clock) {
        return start(clock, 0);
    }

    public static FakeTelegram start(InstantSource clock, int port) {
        try {
            return new FakeTelegram(clock, port);
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on port " + port, taken);
        }
    }

    public URI apiUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Any other token is answered with 401. */
    public String token() {
        return TOKEN;
    }

    public World world() {
        return world;
    }

    public Person person(String name) {
        return world.person(name);
    }

    public Updates updates() {
        return updates;
    }

    public Faults faults() {
        return faults;
    }

    public Violations violations() {
        return violations;
    }

    public Calls calls() {
        return calls;
    }

    public Flood flood() {
        return flood;
    }

    @Override
    public void close() {
        scene.close();
        updates.close();
        server.stop(0);
        executor.shutdownNow();
        // Whoever still writes a file must not find its folder gone.
        awaitEnd();
        shelf.close();
    }

    private void awaitEnd() {
        try {
            executor.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
