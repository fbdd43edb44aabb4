package org.spoolbot.providers.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spoolbot.providers.sandbox.render.ClipRenderer;
import org.spoolbot.providers.sandbox.render.TemporaryFolder;
import org.spoolbot.providers.sandbox.render.Fonts;
import org.spoolbot.providers.sandbox.serve.RecordedRequest;
import org.spoolbot.providers.sandbox.serve.RecordedTask;
import org.spoolbot.providers.sandbox.serve.Router;
import org.spoolbot.providers.sandbox.serve.SandboxSettings;
import org.spoolbot.providers.sandbox.serve.Shop;
import org.spoolbot.providers.sandbox.task.ClipMaker;
import org.spoolbot.providers.sandbox.task.Dialect;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.TaskStore;

/** A running gateway. It listens on 127.0.0.1 only and keeps its clips in a folder that goes when it is closed. */
public final class SandboxGateway implements AutoCloseable {

    private static final int MOST_WAITING = 120;
    private static final int BACKLOG = 1_024;

    private final HttpServer server;
    private final SandboxThreads threads;
    private final Router router;
    private final Recorder recorder;
    private final Path folder;

    private SandboxGateway(HttpServer server, SandboxThreads threads, Router router, Recorder recorder, Path folder) {
        this.server = server;
        this.threads = threads;
        this.router = router;
        this.recorder = recorder;
        this.folder = folder;
    }

    /**
     * Starts a gateway on the system's clock.
     *
     * @param options how it behaves
     * @return the running gateway
     * @throws IOException if the port is taken or there is no room for clips
     */
    public static SandboxGateway start(SandboxOptions options) throws IOException {
        return start(options, InstantSource.system());
    }

    /**
     * Starts a gateway.
     *
     * @param options how it behaves
     * @param clock what its tasks' states follow
     * @return the running gateway
     * @throws IOException if the port is taken or there is no room for clips
     */
    public static SandboxGateway start(SandboxOptions options, InstantSource clock) throws IOException {
        preferSpeed();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), options.port()), BACKLOG);
        Path folder = TemporaryFolder.make("spoolbot-sandbox-");
        SandboxThreads threads = SandboxThreads.start(MOST_WAITING);
        Recorder recorder = new Recorder(options.taskCapacity());
        ClipRenderer renderer = new ClipRenderer(Fonts.bundled(), threads.encoders());
        ClipMaker maker = new ClipMaker(
                renderer, threads.renders(), clock, folder, new ClipMaker.Limits(MOST_WAITING, options.clipBytes()));
        Router router = Shop.open(
                new SandboxSettings(options.apiKey(), options.queueTime(), options.renderTime(), options.cannedClips()),
                new Shop.Shared(new TaskStore(options.taskCapacity()), recorder, maker, folder, clock),
                new Shop.Threads(threads.requests(), threads.ticker(), threads.closed()),
                address(server),
                Assembly::fronts);
        server.setExecutor(threads.requests());
        server.createContext("/", router);
        server.start();
        return new SandboxGateway(server, threads, router, recorder, folder);
    }

    /** Without it the JDK's server waits 40 ms before it sends a small answer. */
    private static void preferSpeed() {
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Where the gateway is, without a path.
     *
     * @return such as {@code http://127.0.0.1:40123}
     */
    public URI baseUri() {
        return address(server);
    }

    /**
     * What a client of a dialect is to be told as its base address.
     *
     * @param dialect the dialect
     * @return such as {@code http://127.0.0.1:40123/api/v3}
     */
    public URI baseUri(Dialect dialect) {
        return URI.create(address(server) + dialect.basePath());
    }

    /**
     * What was seen of every task.
     *
     * @return the newest first
     */
    public List<RecordedTask> tasks() {
        return router.recordedTasks();
    }

    /**
     * How many create calls had a text, whether or not they were accepted.
     *
     * @param prompt the text as it was sent, with its instructions
     * @return the number
     */
    public int createsOf(String prompt) {
        return recorder.createsOf(prompt);
    }

    /**
     * How many create calls bore a name that the caller gave them.
     *
     * @param clientRequestId the value of {@code X-Client-Request-Id}
     * @return the number
     */
    public int createsWithId(String clientRequestId) {
        return recorder.createsWithId(clientRequestId);
    }

    /**
     * The last requests to the dialects' paths, with everything secret taken out.
     *
     * @return the oldest first; a thousand queries and a thousand others at most
     */
    public List<RecordedRequest> requests() {
        return router.recordedRequests();
    }

    /**
     * Counters such as {@code creates}, {@code accepted}, {@code polls} and {@code downloads}.
     *
     * @return a copy
     */
    public Map<String, Long> stats() {
        return recorder.counts();
    }

    /** Stops at once and deletes every clip. */
    @Override
    public void close() {
        threads.stop();
        server.stop(0);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
