package org.spoolbot.providers;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.plugin.Plugin;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.providers.ProvidersConfig.Entry;
import org.spoolbot.providers.gateway.GatewaySwitch;
import org.spoolbot.providers.sandbox.SandboxGateway;
import org.spoolbot.providers.sandbox.SandboxOptions;

/** Registers every gateway that has a key, and the sandbox where it is on. */
public final class ProvidersPlugin implements Plugin {
    /** The sandbox's id among the providers. */
    static final String SANDBOX_ID = "sandbox";

    private static final String ARK_PATH = "/api/v3";

    private final PluginContext context;
    private final Logger log;
    private final InstantSource clock;
    private final ProvidersConfig config;
    private final ProviderFactory factory = new ProviderFactory();
    private @Nullable SandboxGateway inside;

    /** Reads the settings; faults in them are the server's to report. */
    @Inject
    public ProvidersPlugin(PluginContext context, Logger log, InstantSource clock) {
        this.context = requireNonNull(context, "context is null");
        this.log = requireNonNull(log, "log is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.config = context.config(ProvidersConfig.class);
    }

    @Override
    public void onEnable() {
        config.withKey().forEach(entry -> register(gateway(entry)));
        if (config.sandboxIsOn()) {
            register(sandbox());
        }
        config.routes().ifPresent(this::route);
    }

    private VideoProvider gateway(Entry entry) {
        boolean callsBack = entry.offers().orElse(OfferSettings.NONE).switches().contains(GatewaySwitch.CALLBACKS);
        PriceReview.of(entry, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).forEach(log::warn);
        if (!callsBack) {
            return factory.provider(entry, Optional::empty);
        }
        CallbackRoute callbacks = new CallbackRoute(context, entry.id());
        callbacks.open();
        return factory.provider(entry, callbacks::address);
    }

    private void route(Map<String, RouteSettings> routes) {
        List<String> here = context.providers().providers().stream().map(VideoProvider::id).toList();
        RouteSettings.named(routes).stream()
                .filter(id -> !here.contains(id))
                .forEach(id -> log.info("routes name {}, which is not on; it is passed over", id));
        context.providers().route(RouteSettings.routes(routes));
    }

    private void register(VideoProvider provider) {
        context.providers().register(provider);
        log.info("{} makes clips with {} models", provider.id(), provider.models().size());
    }

    private VideoProvider sandbox() {
        Optional<URI> outside = config.sandboxUrl();
        if (outside.isPresent()) {
            return factory.sandbox(outside.get(), new Secret("sandbox"));
        }
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        Secret key = new Secret(HexFormat.of().formatHex(random));
        inside = started(key);
        return factory.sandbox(inside.baseUri().resolve(ARK_PATH), key);
    }

    private static SandboxGateway started(Secret key) {
        try {
            return SandboxGateway.start(SandboxOptions.DEFAULT.withApiKey(key.reveal()));
        } catch (IOException fault) {
            throw new UncheckedIOException("the sandbox could not open a port on loopback", fault);
        }
    }

    @Override
    public void onDisable() {
        factory.close();
        if (inside != null) {
            inside.close();
        }
    }
}
