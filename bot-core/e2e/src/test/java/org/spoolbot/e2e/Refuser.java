package org.spoolbot.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that makes nothing: it refuses every paid call in one way, or keeps silent until it hangs up. Counts them. */
final class Refuser implements AutoCloseable {
    private static final int SILENCE = 0;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger orders = new AtomicInteger();
    private final CountDownLatch silence = new CountDownLatch(1);
    private final int status;
    private final String body;

    private Refuser(HttpServer server, int status, String body) {
        this.server = server;
        this.status = status;
        this.body = body;
    }

    static Refuser answering(int status, String body) throws IOException {
        Refuser refuser = new Refuser(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64), status, body);
        refuser.server.setExecutor(refuser.workers);
        refuser.server.createContext("/", refuser::answer);
        refuser.server.start();
        return refuser;
    }

    /** Takes the order and says nothing until {@link #hangUp}. */
    static Refuser silent() throws IOException {
        return answering(SILENCE, "");
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    int orders() {
        return orders.get();
    }

    void hangUp() {
        silence.countDown();
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("POST")) {
                orders.incrementAndGet();
            }
            if (status == SILENCE) {
                silence.await(Chat.PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return;
            }
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer);
            }
        } catch (IOException gone) {
            // The caller gave up first.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        hangUp();
        server.stop(0);
        workers.shutdownNow();
    }
}
