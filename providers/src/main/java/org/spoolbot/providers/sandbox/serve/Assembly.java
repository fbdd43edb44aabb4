package org.spoolbot.providers.sandbox.serve;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.spoolbot.providers.sandbox.reference.ReferenceReader;
import org.spoolbot.providers.sandbox.task.ClipMaker;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.TaskStore;

/** Puts the parts of the HTTP side together. */
public final class Assembly {

    private static final int TICK_MILLIS = 100;
    private static final int KEY_BYTES = 32;

    /**
     * What the endpoints share with the rest.
     *
     * @param store the tasks
     * @param recorder the counters
     * @param maker makes the clips
     * @param folder where references go
     * @param clock the clock
     */
    public record Shared(TaskStore store, Recorder recorder, ClipMaker maker, Path folder, InstantSource clock) {}

    /**
     * Threads of the endpoints.
     *
     * @param requests one virtual thread for each call
     * @param ticker looks for changes that callers want to be told about
     * @param closed is counted down when the gateway closes
     */
    public record Threads(Executor requests, ScheduledExecutorService ticker, CountDownLatch closed) {}

    private Assembly() {}

    /**
     * Makes the endpoints.
     *
     * @param settings how they behave
     * @param shared what they work on
     * @param threads what they run on
     * @param base the address of the server
     * @return the handler for all paths
     */
    public static ArkEndpoints endpoints(SandboxSettings settings, Shared shared, Threads threads, URI base) {
        SecureRandom random = new SecureRandom();
        SignedLinks links = new SignedLinks(key(random));
        ArkAnswers answers = new ArkAnswers(links, base);
        HttpClient http = HttpClient.newBuilder().executor(threads.requests()).followRedirects(HttpClient.Redirect.NEVER).build();
        CallbackSender callbacks = new CallbackSender(http, threads.requests(), answers, shared.recorder(), shared.clock());
        threads.ticker().scheduleWithFixedDelay(callbacks::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        TaskFactory factory = new TaskFactory(settings, new ReferenceReader(http), shared.maker(), random, shared.folder());
        return new ArkEndpoints(
                new CreateEndpoint(
                        shared.store(), shared.recorder(), factory, shared.maker(), callbacks, shared.clock(), threads.closed()),
                new TaskEndpoints(shared.store(), shared.recorder(), answers, shared.clock()),
                new ClipDownloads(shared.store(), shared.recorder(), links, shared.clock()),
                new RecorderEndpoints(shared.store(), shared.recorder(), shared.clock()),
                settings.apiKey());
    }

    private static byte[] key(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }
}
