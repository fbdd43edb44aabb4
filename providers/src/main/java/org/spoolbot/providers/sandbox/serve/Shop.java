package org.spoolbot.providers.sandbox.serve;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.spoolbot.providers.sandbox.reference.ReferenceReader;
import org.spoolbot.providers.sandbox.task.ClipMaker;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.TaskStore;

/** Puts together what all dialects share. */
public final class Shop {

    private static final int TICK_MILLIS = 100;
    private static final int KEY_BYTES = 32;

    /**
     * What the shop works with.
     *
     * @param store the tasks
     * @param recorder the counters
     * @param maker makes the clips
     * @param folder where references go
     * @param clock the clock
     */
    public record Shared(TaskStore store, Recorder recorder, ClipMaker maker, Path folder, InstantSource clock) {}

    /**
     * Threads of the shop.
     *
     * @param requests one virtual thread for each call
     * @param ticker looks for changes that callers want to be told about
     * @param closed is counted down when the gateway closes
     */
    public record Threads(Executor requests, ScheduledExecutorService ticker, CountDownLatch closed) {}

    private Shop() {}

    /**
     * Opens it.
     *
     * @param settings how it behaves
     * @param shared what it works with
     * @param threads what it runs on
     * @param base the address of the server
     * @param fronts makes one front for each dialect, in the order in which they are asked
     * @return the handler for all paths
     */
    public static Router open(SandboxSettings settings, Shared shared, Threads threads, URI base, Function<Desks, List<Front>> fronts) {
        SecureRandom random = new SecureRandom();
        SignedLinks links = new SignedLinks(key(random));
        Views views = new Views(links, base);
        HttpClient http = HttpClient.newBuilder().executor(threads.requests()).followRedirects(HttpClient.Redirect.NEVER).build();
        CallbackSender callbacks = new CallbackSender(http, threads.requests(), views, shared.recorder(), shared.clock());
        threads.ticker().scheduleWithFixedDelay(callbacks::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        TaskFactory factory =
                new TaskFactory(settings, new ReferenceReader(http), shared.maker(), random, shared.folder(), shared.clock());
        Misbehaviours misbehaviours = new Misbehaviours();
        ClipFiles files = new ClipFiles(shared.recorder());
        Desks desks = new Desks(
                new CreateDesk(
                        shared.store(), shared.recorder(), factory, new CreateDesk.Tellers(callbacks, misbehaviours, views),
                        shared.clock(), threads.closed()),
                new PollDesk(shared.store(), shared.recorder(), views, shared.clock()),
                files,
                shared.folder());
        RequestLog log = new RequestLog(settings.apiKey());
        return new Router(
                fronts.apply(desks),
                new ClipDownloads(shared.store(), shared.recorder(), files, links, shared.clock()),
                new AdminEndpoints(shared.store(), shared.recorder(), log, misbehaviours, shared.clock()),
                log,
                settings.apiKey());
    }

    private static byte[] key(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }
}
