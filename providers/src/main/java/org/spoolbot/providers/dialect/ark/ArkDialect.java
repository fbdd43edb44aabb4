package org.spoolbot.providers.dialect.ark;

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

/** Volcengine Ark, BytePlus ModelArk, APIYI, and LaoZhang's newer paths. Relays neither list nor cancel nor call back. */
public final class ArkDialect implements Dialect {
    @Override
    public String name() {
        return "ark";
    }

    @Override
    public URI vendor() {
        return URI.create("https://ark.cn-beijing.volces.com/api/v3");
    }

    @Override
    public List<Model> models() {
        return ArkModels.all(false);
    }

    @Override
    public Set<GatewaySwitch> switches() {
        return EnumSet.of(GatewaySwitch.LISTS_TASKS, GatewaySwitch.CANCELS, GatewaySwitch.CALLBACKS);
    }

    @Override
    public VideoProvider open(GatewaySettings settings, GatewayLines lines) {
        return new ArkProvider(settings, lines);
    }
}
