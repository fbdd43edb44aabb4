package org.spoolbot.engine.boot;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/** What the machine gives: time, threads, chance. */
final class MachineModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(InstantSource.class).toInstance(InstantSource.system());
        SecureRandom random = new SecureRandom();
        bind(SecureRandom.class).toInstance(random);
        bind(RandomGenerator.class).toInstance(random);
    }

    @Provides
    @Singleton
    ExecutorService virtualThreads() {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("work-", 0).factory());
    }
}
