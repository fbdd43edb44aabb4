package org.spoolbot.engine.http;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.health.ReadinessCheck;
import org.spoolbot.engine.media.MediaCabinet;

/** The HTTP server. Readiness checks are contributed to the set of {@link ReadinessCheck}. */
public final class HttpModule extends AbstractModule {
    private static final Duration MEMBER_LIFETIME = Duration.ofHours(24);

    private final Path data;

    /** With HOME's data folder. */
    public HttpModule(Path homeData) {
        data = homeData.toAbsolutePath().normalize();
    }

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), ReadinessCheck.class);
        bind(RouteTable.class).in(Singleton.class);
        bind(RouteDirectory.class).to(RouteTable.class);
        bind(SignedLinks.class).to(HmacLinks.class);
        bind(Gate.class).in(Singleton.class);
        bind(Answering.class).in(Singleton.class);
        bind(MediaPage.class).in(Singleton.class);
        bind(HealthPages.class).in(Singleton.class);
        bind(FrontDoor.class).in(Singleton.class);
        bind(RequestMeters.class).in(Singleton.class);
        bind(HttpServer.Limits.class).toInstance(HttpServer.Limits.USUAL);
        bind(HttpServer.class).in(Singleton.class);
        bind(MeterRegistry.class).to(PrometheusMeterRegistry.class);
    }

    @Provides
    @Singleton
    PrometheusMeterRegistry meters() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List.of(new JvmMemoryMetrics(),
                        new JvmGcMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(meters));
        return meters;
    }

    @Provides
    @Singleton
    HmacLinks links(ServerSettings settings, SecureRandom random, MediaCabinet cabinet, InstantSource clock) {
        Duration lifetime = settings.jobs().giveUp().plus(MEMBER_LIFETIME);
        byte[] key = LinkKey.in(data.resolve("links.key"), random);
        Revocations revocations = new Revocations(data.resolve("links.ended"), clock, lifetime);
        return new HmacLinks(key, new HmacLinks.Terms(settings.http().publicUrl(), lifetime, MEMBER_LIFETIME), cabinet, revocations, clock);
    }

    @Provides
    @Singleton
    FrontDoor.Desks desks(
            RouteTable routes, MediaPage media, HealthPages health, Answering answering, RequestMeters meters) {
        return new FrontDoor.Desks(routes, media, health, answering, meters, new WorkFolder(data.resolve("http-work")));
    }
}
