package org.spoolbot.engine.provider;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

/** Gateways, how they do, and their prices. */
public final class ProviderModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(Switches.class).in(Singleton.class);
        bind(HealthBook.class).in(Singleton.class);
        bind(ProviderRoute.class).in(Singleton.class);
        bind(ProviderDirectory.class).to(ProviderRoute.class);
        bind(PriceList.class).in(Singleton.class);
    }
}
