package org.spoolbot.discord.fake.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP/1.1 server on 127.0.0.1, one virtual thread a connection. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int BACKLOG = 1_024;
    private static final int LAST_ANSWERS_SECONDS = 1;

    private final ServerSocket listener;
    private final Handler handler;
    private final ReentrantReadWriteLock answering = new ReentrantReadWriteLock();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private HttpServer(ServerSocket listener, Handler handler) {
        this.listener = listener;
        this.handler = handler;
    }

    /** Listens on that port, 0 for a free one; requests are answered from {@link #serve} on. */
    public static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, BACKLOG, InetAddress.getByName("127.0.0.1"));
    }

    /** Serves until closed. */
    public static HttpServer serve(ServerSocket listener, Handler handler) {
        HttpServer server = new HttpServer(listener, handler);
        Thread.ofVirtual().name("fake-discord-accept").start(server::accept);
        return server;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> connection(socket));
            } catch (IOException closed) {
                LOG.debug("No longer listening: {}", closed.getMessage());
            }
        }
    }

    private void connection(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream input = new BufferedInputStream(socket.getInputStream());
            OutputStream output = new BufferedOutputStream(socket.getOutputStream());
            while (exchange(socket, input, output)) {}
        } catch (IOException left) {
            LOG.debug("A client left: {}", left.getMessage());
        } finally {
            open.remove(socket);
        }
    }

    private boolean exchange(Socket socket, InputStream input, OutputStream output) throws IOException {
        Head head = Head.read(input);
        InputStream body = BodyStream.of(input, head);
        Request request = new Request(head.method(), head.path(), head.query(), head.headers(), body);
        switch (answered(request, output)) {
            case Reply.Answer _ -> {
                return !"close".equalsIgnoreCase(head.headers().get("connection"));
            }
            case Reply.Cut() -> socket.setSoLinger(true, 0);
            case Reply.Upgrade(var server) -> server.accept(WebSocketConnection.open(socket, input, output, request));
        }
        return false;
    }

    private Reply answered(Request request, OutputStream output) throws IOException {
        answering.readLock().lock();
        try {
            Reply reply = handled(request);
            if (reply instanceof Reply.Answer answer) {
                request.body().transferTo(OutputStream.nullOutputStream());
                write(answer, output);
            }
            return reply;
        } finally {
            answering.readLock().unlock();
        }
    }

    private Reply handled(Request request) throws IOException {
        try {
            return handler.handle(request);
        } catch (RuntimeException fault) {
            LOG.error("The fake itself failed at {} {}", request.method(), request.path(), fault);
            return Reply.text(500, Map.of(), "The fake itself failed: " + fault);
        }
    }

    private static void write(Reply.Answer answer, OutputStream output) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" .\r\n");
        answer.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (answer.status() != 204) {
            head.append("Content-Length: ").append(answer.length()).append("\r\n");
        }
        output.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        try (InputStream body = answer.body()) {
            body.transferTo(output);
        }
        output.flush();
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    /** Stops listening, lets answers under way go out for a moment, and cuts what is open. */
    @Override
    public void close() {
        closeQuietly(listener);
        try {
            if (!answering.writeLock().tryLock(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS)) {
                LOG.debug("Cutting answers that are under way");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        open.forEach(HttpServer::closeQuietly);
        if (answering.isWriteLockedByCurrentThread()) {
            answering.writeLock().unlock();
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception alreadyGone) {
            LOG.debug("Closing: {}", alreadyGone.getMessage());
        }
    }
}
