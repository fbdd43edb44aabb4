package org.spoolbot.engine.boot;

import java.util.concurrent.CountDownLatch;

/** The wish to stop: by a command, by Ctrl-C, by SIGTERM. Thread-safe. */
final class StopSignal {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Also hears the signals of the system, and holds the process until all has stopped. Its status then is 0: it stopped in order. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ask();
            await(stopped);
            Runtime.getRuntime().halt(0);
        }));
    }

    void ask() {
        asked.countDown();
    }

    void awaitAsked() {
        await(asked);
    }

    /** Everything has stopped; the process may end. */
    void done() {
        stopped.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
