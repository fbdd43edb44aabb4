package org.spoolbot.providers.dialect.kyyvideo2;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.providers.gateway.Dialect;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;

/** GlobalAiOpc's {@code kyyvideo2}. It neither lists nor withdraws tasks, never calls back, and fetches every file by its address. */
public final class KyyDialect implements Dialect {
    private final Pause pause;

    /** Waits in real time. */
    public KyyDialect() {
        this(Pause.PARKED);
    }

    KyyDialect(Pause pause) {
        this.pause = requireNonNull(pause, "pause is null");
    }

    @Override
    public String name() {
        return "kyyvideo2";
    }

    @Override
    public URI vendor() {
        return URI.create("https://zcbservice.aizfw.cn/kyyReactApiServer");
    }

    @Override
    public List<Model> models() {
        return KyyModels.all();
    }

    @Override
    public Set<GatewaySwitch> switches() {
        return EnumSet.of(GatewaySwitch.ASSET_LIBRARY);
    }

    @Override
    public VideoProvider open(GatewaySettings settings, GatewayLines lines) {
        return new KyyProvider(settings, lines, pause);
    }
}
