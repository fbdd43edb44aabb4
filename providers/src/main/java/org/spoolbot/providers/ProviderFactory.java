package org.spoolbot.providers;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.provider.GatewayLimits;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.providers.ProvidersConfig.Entry;
import org.spoolbot.providers.dialect.ark.ArkDialect;
import org.spoolbot.providers.dialect.ark.ArkModels;
import org.spoolbot.providers.gateway.Dialect;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;
import org.spoolbot.providers.http.ClipDownloader;
import org.spoolbot.providers.http.GatewayClient;
import org.spoolbot.providers.price.Tariff;

/** Builds gateways from settings, all on one connection pool. */
final class ProviderFactory implements AutoCloseable {
    private static final Duration ORDER_LIMIT = Duration.ofSeconds(120);
    private static final Duration QUESTION_LIMIT = Duration.ofSeconds(30);

    private final OkHttpClient shared = new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10))
            .connectionPool(new ConnectionPool())
            .build();

    /** The gateway of an entry; {@code callback} is where it may call back. */
    VideoProvider provider(Entry entry, Supplier<Optional<URI>> callback) {
        Dialect dialect = Dialects.named(entry.dialect()).orElseThrow();
        Map<String, ModelSettings> changed = entry.models().orElse(Map.of());
        Map<String, Tariff> tariffs = new TreeMap<>();
        changed.forEach((id, model) -> model.price().ifPresent(price -> tariffs.put(id, price.tariff())));
        OfferSettings offers = entry.offers().orElse(OfferSettings.NONE);
        GatewaySettings settings = new GatewaySettings(
                entry.id(),
                ModelSettings.models(changed, dialect),
                tariffs,
                entry.limits().orElse(LimitSettings.NONE).limits(),
                offers.switches(),
                offers.uploadUrl());
        return dialect.open(settings, lines(entry.baseUrl().orElse(dialect.vendor()), entry.apiKey(), callback));
    }

    /** The sandbox at that address. */
    VideoProvider sandbox(URI address, Secret key) {
        GatewaySettings settings = new GatewaySettings(
                ProvidersPlugin.SANDBOX_ID,
                ArkModels.all(true),
                Map.of(),
                GatewayLimits.NONE,
                EnumSet.of(GatewaySwitch.LISTS_TASKS, GatewaySwitch.CANCELS),
                Optional.empty());
        return new ArkDialect().open(settings, lines(address, key, Optional::empty));
    }

    private GatewayLines lines(URI address, Secret key, Supplier<Optional<URI>> callback) {
        return new GatewayLines(
                new GatewayClient(shared, address, key, ORDER_LIMIT),
                new GatewayClient(shared, address, key, QUESTION_LIMIT),
                new ClipDownloader(shared, address),
                elsewhere -> new GatewayClient(shared, elsewhere, key, ORDER_LIMIT),
                callback);
    }

    @Override
    public void close() {
        shared.dispatcher().cancelAll();
        shared.connectionPool().evictAll();
        shared.dispatcher().executorService().shutdown();
    }
}
