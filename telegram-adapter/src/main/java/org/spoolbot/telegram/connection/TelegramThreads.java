package org.spoolbot.telegram.connection;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The threads that the libraries want. */
public final class TelegramThreads {
    private TelegramThreads() {}

    /** For calls: a virtual thread each. */
    public static ExecutorService calls() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("telegram-call-", 0).factory());
    }

    /** For polling: a daemon, or the server would never end. */
    static ScheduledExecutorService poll() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("telegram-poll-", 0).factory());
    }
}
