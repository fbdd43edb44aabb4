package org.spoolbot.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A toll gate on the way to the sandbox: everything passes unchanged, but a stage of the way can be closed, so that a test knows where a
 * job stands. It counts the paid calls that went through.
 */
final class Gate implements AutoCloseable {
    private static final Set<String> NOT_PASSED_ON = Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI target;
    private volatile long clipSize;
    private final Barriers barriers = new Barriers();
    private final ConcurrentLinkedQueue<String> created = new ConcurrentLinkedQueue<>();
    private final Set<String> authorizations = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Passage> passages = new ConcurrentLinkedQueue<>();

    /** Where the way can be closed. */
    enum Stage {
        /** The paid call has arrived and is not passed on yet. */
        ORDER,
        /** The gateway took the order; its answer waits. */
        ORDER_ANSWER,
        /** Answers to polls wait. */
        POLL,
        /** The clip's download has begun and waits. */
        CLIP
    }

    /** A call that came by. */
    record Passage(String method, String path, long nanos) {}

    private Gate(HttpServer server, URI target) {
        this.server = server;
        this.target = target;
    }

    static Gate before(Sandbox sandbox) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        Gate gate = new Gate(server, sandbox.address());
        server.setExecutor(gate.workers);
        server.createContext("/", gate::pass);
        server.start();
        return gate;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    Barriers barriers() {
        return barriers;
    }

    /** Bodies of the paid calls that the gateway took, in order. */
    List<String> created() {
        return List.copyOf(created);
    }

    /** What callers proved themselves with. */
    Set<String> authorizations() {
        return Set.copyOf(authorizations);
    }

    /** From now on a clip has that many bytes: what is missing follows as an mp4 box that players skip. */
    void padClips(long size) {
        clipSize = size;
    }

    List<Passage> passages() {
        return List.copyOf(passages);
    }

    private void pass(HttpExchange exchange) {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            passages.add(new Passage(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), System.nanoTime()));
            authorizations.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            boolean order = exchange.getRequestMethod().equals("POST");
            if (order && !barriers.pass(Stage.ORDER)) {
                return;
            }
            HttpResponse<InputStream> answer = forward(exchange, body);
            if (order && answer.statusCode() < 300) {
                created.add(new String(body, StandardCharsets.UTF_8));
            }
            if (barriers.pass(stageOfAnswer(order, answer))) {
                reply(exchange, answer);
            }
        } catch (IOException gone) {
            // The caller was killed while it waited: that is what this is for.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static Stage stageOfAnswer(boolean order, HttpResponse<InputStream> answer) {
        if (order) {
            return Stage.ORDER_ANSWER;
        }
        return isClip(answer) ? Stage.CLIP : Stage.POLL;
    }

    private static boolean isClip(HttpResponse<InputStream> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("video/");
    }

    private HttpResponse<InputStream> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()))
                .timeout(Duration.ofSeconds(60))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return http.send(request.build(), BodyHandlers.ofInputStream());
    }

    private void reply(HttpExchange exchange, HttpResponse<InputStream> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!name.startsWith(":") && !NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        try (InputStream content = answer.body()) {
            if (isClip(answer)) {
                sendClip(exchange, answer, content);
                return;
            }
            byte[] rewritten = rewritten(content.readAllBytes());
            exchange.sendResponseHeaders(answer.statusCode(), rewritten.length == 0 ? -1 : rewritten.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(rewritten);
            }
        }
    }

    private void sendClip(HttpExchange exchange, HttpResponse<InputStream> answer, InputStream content) throws IOException {
        long own = answer.headers().firstValueAsLong("Content-Length").orElse(0);
        long padding = own == 0 ? 0 : Math.max(0, clipSize - own);
        exchange.sendResponseHeaders(answer.statusCode(), own + padding);
        OutputStream out = exchange.getResponseBody();
        content.transferTo(out);
        if (padding > 8) {
            out.write(ByteBuffer.allocate(8).putInt((int) padding).put("free".getBytes(StandardCharsets.US_ASCII)).array());
            byte[] nothing = new byte[65_536];
            for (long left = padding - 8; left > 0; left -= nothing.length) {
                out.write(nothing, 0, (int) Math.min(left, nothing.length));
            }
        }
    }

    /** Clips are fetched through the gate too. */
    private byte[] rewritten(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.replace(target.toString(), address("").toString()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        barriers.openAll();
        server.stop(0);
        workers.shutdownNow();
        http.shutdownNow();
    }
}
