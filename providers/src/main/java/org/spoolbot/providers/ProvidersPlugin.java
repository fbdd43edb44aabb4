package org.spoolbot.providers;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.plugin.Plugin;
import org.spoolbot.api.plugin.PluginContext;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.providers.sandbox.SandboxGateway;
import org.spoolbot.providers.sandbox.SandboxOptions;

/** Registers every gateway that has a key, and the sandbox where it is on. */
public final class ProvidersPlugin implements Plugin {
    /** The sandbox's id among the providers. */
    static final String SANDBOX_ID = "sandbox";

    private static final String ARK_PATH = "/api/v3";

    private final PluginContext context;
    private final Logger log;
    private final ProvidersConfig config;
    private final ProviderFactory factory = new ProviderFactory();
    private @Nullable SandboxGateway inside;

    /** Reads the settings; faults in them are the server's to report. */
    @Inject
    public ProvidersPlugin(PluginContext context, Logger log) {
        this.context = requireNonNull(context, "context is null");
        this.log = requireNonNull(log, "log is null");
        this.config = context.config(ProvidersConfig.class);
    }

    @Override
    public void onEnable() {
        config.withKey().forEach(entry -> register(factory.provider(entry, Optional::empty)));
        if (config.sandboxIsOn()) {
            register(sandbox());
        }
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
