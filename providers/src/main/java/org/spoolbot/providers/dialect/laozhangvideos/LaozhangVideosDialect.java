package org.spoolbot.providers.dialect.laozhangvideos;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.providers.gateway.Dialect;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;

/** LaoZhang's {@code /v1/videos}: words and references, no frames. */
public final class LaozhangVideosDialect implements Dialect {
    @Override
    public String name() {
        return "laozhang-videos";
    }

    @Override
    public URI vendor() {
        return URI.create("https://api.yelinai.com");
    }

    @Override
    public List<Model> models() {
        return VideosModels.all();
    }

    /** The gateway neither lists nor cancels nor calls back. */
    @Override
    public Set<GatewaySwitch> switches() {
        return Set.of();
    }

    @Override
    public VideoProvider open(GatewaySettings settings, GatewayLines lines) {
        return new VideosProvider(settings, lines);
    }
}
