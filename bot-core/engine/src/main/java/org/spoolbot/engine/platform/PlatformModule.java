package org.spoolbot.engine.platform;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

/** The chat platforms. */
public final class PlatformModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(PlatformMeters.class).in(Singleton.class);
        bind(PlatformRoster.class).in(Singleton.class);
        bind(PlatformDirectory.class).to(PlatformRoster.class);
    }
}
