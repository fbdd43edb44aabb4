package org.spoolbot.telegram.connection;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The client for everything but polling. It never repeats a call by itself: after a lost answer nobody knows whether the message stands
 * in the chat. It waits long for answers to uploads, and lets many calls run at once, so that uploads do not hold up answers to presses.
 */
public final class BotHttp implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(2);
    private static final int CALLS_AT_ONCE = 128;

    private final BotApi api;
    private final OkHttpClient http;
    private final ExecutorService threads;

    /** Runs its calls on these threads, and ends them. */
    public BotHttp(BotApi api, ExecutorService threads) {
        this.api = api;
        this.threads = threads;
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(CALLS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
        this.http = new OkHttpClient.Builder()
                .addInterceptor(new WriteWatch())
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool())
                .connectTimeout(CONNECT)
                .readTimeout(ANSWER)
                .writeTimeout(ANSWER)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .build();
    }

    /** For calls of the Bot API. */
    public TelegramClient client() {
        return new OkHttpTelegramClient(http, api.token().reveal(), api.url());
    }

    /** For downloads. */
    public OkHttpClient http() {
        return http;
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        threads.shutdownNow();
    }
}
