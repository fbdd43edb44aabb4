package org.spoolbot.discord.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final GenericEvent EVENT = new GenericEvent() {
        @Override
        public JDA getJDA() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getResponseNumber() {
            return 1;
        }

        @Override
        public DataObject getRawData() {
            return DataObject.empty();
        }
    };

    @Test
    void anEventThatComesAfterTheEndIsNoFaultInTheLog() {
        AtomicInteger heard = new AtomicInteger();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Events events = new Events(threads);
        events.register((EventListener) _ -> heard.incrementAndGet());
        events.handle(EVENT);
        threads.close();

        assertThatCode(() -> events.handle(EVENT)).doesNotThrowAnyException();
        assertThat(heard).hasValue(1);
    }
}
