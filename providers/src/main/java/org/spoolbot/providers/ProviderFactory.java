package org.spoolbot.providers;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.providers.ProvidersConfig.Entry;
import org.spoolbot.providers.ProvidersConfig.Rate;
import org.spoolbot.providers.dialect.ark.ArkGateway;
import org.spoolbot.providers.dialect.ark.ArkModels;
import org.spoolbot.providers.dialect.ark.ArkProvider;
import org.spoolbot.providers.http.ClipDownloader;
import org.spoolbot.providers.http.GatewayClient;
import org.spoolbot.providers.price.TokenRate;

/** Builds gateways from settings, all on one connection pool. */
final class ProviderFactory implements AutoCloseable {
    private static final Duration ORDER_LIMIT = Duration.ofSeconds(120);
    private static final Duration QUESTION_LIMIT = Duration.ofSeconds(30);

    private final OkHttpClient shared = new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10))
            .connectionPool(new ConnectionPool())
            .build();

    VideoProvider provider(Entry entry) {
        return switch (entry.dialect()) {
            case ARK -> ark(entry);
        };
    }

    VideoProvider sandbox(URI address, Secret key) {
        ArkGateway gateway = new ArkGateway(ProvidersPlugin.SANDBOX_ID, ArkModels.all(true), Map.of(), true, true);
        return ark(gateway, address, key);
    }

    private VideoProvider ark(Entry entry) {
        Map<String, TokenRate> rates = new TreeMap<>();
        entry.rates().orElse(Map.of()).forEach((model, rate) -> rates.put(model, tokenRate(rate)));
        ArkGateway gateway = new ArkGateway(
                entry.id(), ArkModels.all(false), rates, entry.listsTasks().orElse(false), entry.cancels().orElse(false));
        return ark(gateway, entry.address(), entry.apiKey());
    }

    private VideoProvider ark(ArkGateway gateway, URI address, Secret key) {
        return new ArkProvider(
                gateway,
                new GatewayClient(shared, address, key, ORDER_LIMIT),
                new GatewayClient(shared, address, key, QUESTION_LIMIT),
                new ClipDownloader(shared, address));
    }

    private static TokenRate tokenRate(Rate rate) {
        return new TokenRate(rate.perMillion(), rate.perMillionWithVideo().orElse(rate.perMillion()));
    }

    @Override
    public void close() {
        shared.dispatcher().cancelAll();
        shared.connectionPool().evictAll();
        shared.dispatcher().executorService().shutdown();
    }
}
