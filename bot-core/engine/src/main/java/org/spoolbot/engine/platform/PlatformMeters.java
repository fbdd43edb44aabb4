package org.spoolbot.engine.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.PlatformHealth.State;
import org.spoolbot.api.plugin.Registration;

/** What the operator's graphs show of platforms: 1 for the state each is in, 0 for the others. */
final class PlatformMeters {
    private final MeterRegistry registry;

    @Inject
    PlatformMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows a platform until the registration is closed. */
    Registration show(ChatPlatform platform) {
        List<Gauge> gauges = Stream.of(State.values()).map(state -> gauge(platform, state)).toList();
        return () -> gauges.forEach(registry::remove);
    }

    private Gauge gauge(ChatPlatform platform, State state) {
        return Gauge.builder("spoolbot.platform.state", platform, shown -> shown.health().state() == state ? 1 : 0)
                .strongReference(true)
                .tag("platform", platform.id())
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .description("Whether a chat platform is in that state")
                .register(registry);
    }
}
