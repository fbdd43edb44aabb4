package org.spoolbot.engine.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Singleton;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.spoolbot.api.event.Event;
import org.spoolbot.api.event.EventBus;
import org.spoolbot.api.event.Subscribe;
import org.spoolbot.api.event.TokenConflictEvent;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.PlatformHealth;
import org.spoolbot.api.platform.PlatformHealth.State;
import org.spoolbot.api.plugin.Registration;
import org.spoolbot.engine.health.ReadinessCheck;
import org.spoolbot.engine.job.HeldWork;
import org.spoolbot.engine.platform.PlatformDirectory;
import org.spoolbot.engine.provider.MemoryTexts;
import org.spoolbot.engine.storage.Storage;
import org.spoolbot.engine.store.KeyValueBooks;

/** What an operator's watchdog sees of chats and of work that waits for them. */
class ReadinessTest {
    private final ReadinessModule module = new ReadinessModule();
    private int held;
    private State state = State.UP;

    private Object answer(String method) {
        return switch (method) {
            case "held", "releaseHeld" -> held;
            case "all" -> List.of(fake(ChatPlatform.class));
            case "id" -> "discord";
            case "health" -> new PlatformHealth(state, state == State.UP ? "" : "the token is refused");
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer(method.getName())));
    }

    private HeldWork work(Bus bus) {
        Injector injector = Guice.createInjector(new AbstractModule() {
            @Override
            protected void configure() {
                bind(Storage.class).toInstance(fake(Storage.class));
                bind(KeyValueBooks.class).toInstance(new MemoryTexts());
                bind(EventBus.class).toInstance(bus);
                bind(HeldWork.class).in(Singleton.class);
            }
        });
        return injector.getInstance(HeldWork.class);
    }

    @Test
    void aPlatformThatIsDownIsNamedWithItsReason() {
        ReadinessCheck check = module.platforms(fake(PlatformDirectory.class));
        assertThat(check.look()).isEqualTo(new ReadinessCheck.Outcome(true, "discord UP"));

        state = State.DOWN;
        assertThat(check.look()).isEqualTo(new ReadinessCheck.Outcome(false, "discord DOWN (the token is refused)"));
    }

    @Test
    void theServerIsNotReadyWhilePaidWorkWaitsForAnOwner() {
        Bus bus = new Bus();
        HeldWork work = work(bus);
        ReadinessCheck check = module.heldJobs(work);
        work.start();
        assertThat(check.look().ready()).isTrue();

        bus.fire(new TokenConflictEvent("discord", "seen twice"));
        assertThat(check.look().ready()).isFalse();
        assertThat(check.look().detail()).contains("discord").doesNotContain("seen twice");
    }

    @Test
    void theServerIsNotReadyWhileJobsOfAnOldDatabaseWait() {
        ReadinessCheck check = module.heldJobs(work(new Bus()));
        held = 3;

        assertThat(check.look().ready()).isFalse();
        assertThat(check.look().detail()).startsWith("3 jobs wait");
    }

    /** Calls its one listener. */
    private static final class Bus implements EventBus {
        private Consumer<Event> listener = event -> {};

        @Override
        public Registration register(Object listening) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <E extends Event> Registration subscribe(Class<E> type, Subscribe.Priority priority, Consumer<E> consumer) {
            listener = event -> {
                if (type.isInstance(event)) {
                    consumer.accept(type.cast(event));
                }
            };
            return () -> {};
        }

        @Override
        public <E extends Event> E fire(E event) {
            listener.accept(event);
            return event;
        }
    }
}
