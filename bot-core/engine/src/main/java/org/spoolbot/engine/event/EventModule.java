package org.spoolbot.engine.event;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.spoolbot.api.event.EventBus;

/** The hub, and the engine's own view of it. */
public final class EventModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(EventHub.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    EventBus bus(EventHub hub) {
        return hub.viewFor("core");
    }
}
