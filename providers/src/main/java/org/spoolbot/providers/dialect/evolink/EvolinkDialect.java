package org.spoolbot.providers.dialect.evolink;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.providers.gateway.Dialect;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;

/** EvoLink and its white labels. It neither lists nor withdraws tasks. */
public final class EvolinkDialect implements Dialect {
    private final InstantSource clock;

    /** By the system's clock. */
    public EvolinkDialect() {
        this(InstantSource.system());
    }

    /** The clock tells when an uploaded file is gone. */
    EvolinkDialect(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public String name() {
        return "evolink";
    }

    @Override
    public URI vendor() {
        return URI.create("https://api.evolink.ai");
    }

    @Override
    public List<Model> models() {
        return EvolinkModels.all();
    }

    @Override
    public Set<GatewaySwitch> switches() {
        return EnumSet.of(GatewaySwitch.CALLBACKS, GatewaySwitch.UPLOADS);
    }

    @Override
    public VideoProvider open(GatewaySettings settings, GatewayLines lines) {
        return new EvolinkProvider(settings, lines, clock);
    }
}
