package org.spoolbot.providers.sandbox;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Every thread of a gateway: the sandbox is a server of its own, also when it runs inside the bot's process.
 *
 * @param requests a virtual thread for each call
 * @param renders one thread that makes clips in turn
 * @param encoders two threads, which is what one clip can use well
 * @param ticker looks for changes of state
 * @param closed counted down when the gateway closes
 */
record SandboxThreads(
        ExecutorService requests, ExecutorService renders, ExecutorService encoders, ScheduledExecutorService ticker, CountDownLatch closed) {

    private static final int ENCODERS = 2;
    private static final int MOST_GROUPS = 1_000;

    static SandboxThreads start(int mostWaiting) {
        return new SandboxThreads(
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sandbox-http-", 0).factory()),
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(mostWaiting * 2), named("sandbox-render")),
                new ThreadPoolExecutor(
                        ENCODERS, ENCODERS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_GROUPS), named("sandbox-encode")),
                Executors.newSingleThreadScheduledExecutor(named("sandbox-ticker")),
                new CountDownLatch(1));
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 0).factory();
    }

    void stop() {
        closed.countDown();
        ticker.shutdownNow();
        renders.shutdownNow();
        encoders.shutdownNow();
        requests.shutdownNow();
        try {
            renders.awaitTermination(5, TimeUnit.SECONDS);
            encoders.awaitTermination(5, TimeUnit.SECONDS);
            requests.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
