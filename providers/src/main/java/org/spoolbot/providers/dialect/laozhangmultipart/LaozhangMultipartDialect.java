package org.spoolbot.providers.dialect.laozhangmultipart;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.spoolbot.api.provider.Model;
import org.spoolbot.api.provider.VideoProvider;
import org.spoolbot.providers.gateway.Dialect;
import org.spoolbot.providers.gateway.GatewayLines;
import org.spoolbot.providers.gateway.GatewaySettings;
import org.spoolbot.providers.gateway.GatewaySwitch;

/** LaoZhang's {@code /v1/video/generations}: takes files without this server being reachable from outside. */
public final class LaozhangMultipartDialect implements Dialect {
    @Override
    public String name() {
        return "laozhang-multipart";
    }

    @Override
    public URI vendor() {
        return URI.create("https://api.yelinai.com");
    }

    @Override
    public List<Model> models() {
        return MultipartModels.all();
    }

    /** The gateway neither lists nor cancels nor calls back. */
    @Override
    public Set<GatewaySwitch> switches() {
        return Set.of();
    }

    @Override
    public VideoProvider open(GatewaySettings settings, GatewayLines lines) {
        return new MultipartProvider(settings, lines);
    }
}
