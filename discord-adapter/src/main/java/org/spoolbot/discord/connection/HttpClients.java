package org.spoolbot.discord.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Makes the client that speaks to the REST API. */
final class HttpClients {
    /** Discord answers an upload only when it has stored it. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private HttpClients() {}

    /** A client whose failures say whether anything was sent, and which keeps connections open so that acknowledging is quick. */
    static OkHttpClient rest(Interceptor watcher) {
        return new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(ANSWER)
                .writeTimeout(ANSWER)
                .connectionPool(new ConnectionPool(16, 2, TimeUnit.MINUTES))
                .followRedirects(false)
                .addInterceptor(HttpClients::tellWhetherSent)
                .addNetworkInterceptor(HttpClients::connected)
                .addNetworkInterceptor(watcher)
                .build();
    }

    private static Response tellWhetherSent(Interceptor.Chain chain) throws IOException {
        Connected mark = new Connected(new AtomicBoolean());
        Request marked = chain.request().newBuilder().tag(Connected.class, mark).build();
        try {
            return chain.proceed(marked);
        } catch (IOException fault) {
            if (mark.yes.get()) {
                throw fault;
            }
            throw new NotSentException(fault);
        }
    }

    private static Response connected(Interceptor.Chain chain) throws IOException {
        Connected mark = chain.request().tag(Connected.class);
        boolean again = mark != null && mark.yes.getAndSet(true);
        if (again && isFollowUp(chain.request())) {
            throw new IOException("the connection broke, and what follows an interaction is not sent twice");
        }
        return chain.proceed(chain.request());
    }

    /** OkHttp sends again where a kept connection breaks. All else carries a nonce or may be done twice. */
    private static boolean isFollowUp(Request request) {
        return request.method().equals("POST") && request.url().pathSegments().contains("webhooks");
    }

    private record Connected(AtomicBoolean yes) {}
}
