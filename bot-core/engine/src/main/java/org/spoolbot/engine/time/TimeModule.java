package org.spoolbot.engine.time;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

/** Waiting by the server's clock. */
public final class TimeModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ClockAlarm.class).in(Singleton.class);
        bind(Alarm.class).to(ClockAlarm.class);
        bind(Waiting.class).to(ClockAlarm.class);
    }
}
