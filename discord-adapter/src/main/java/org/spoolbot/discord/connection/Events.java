package org.spoolbot.discord.connection;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.IEventManager;
import net.dv8tion.jda.api.hooks.InterfacedEventManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives events of one shard to the listeners: messages in the order they were written, because what somebody says next may go on from
 * what they said before; everything else beside each other, because each interaction must be acknowledged at once.
 */
final class Events implements IEventManager {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final int MOST_MESSAGES = 10_000;

    private final IEventManager listeners = new InterfacedEventManager();
    private final Executor threads;
    private final Queue<GenericEvent> messages = new ArrayBlockingQueue<>(MOST_MESSAGES);
    private final AtomicBoolean reading = new AtomicBoolean();

    Events(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void handle(GenericEvent event) {
        if (!(event instanceof MessageReceivedEvent)) {
            start(() -> listeners.handle(event));
            return;
        }
        if (!messages.offer(event)) {
            LOG.warn("a message on Discord was not heard: too many came at once");
            return;
        }
        read();
    }

    private void read() {
        if (reading.compareAndSet(false, true)) {
            start(this::readAll);
        }
    }

    /** The library goes on for a moment after the threads have ended, and would take a refusal for a fault. */
    private void start(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("an event of Discord came after the end");
        }
    }

    /** Whoever adds a message after the last look finds the reader gone, and starts another. */
    private void readAll() {
        try {
            for (GenericEvent next = messages.poll(); next != null; next = messages.poll()) {
                listeners.handle(next);
            }
        } finally {
            reading.set(false);
        }
        if (!messages.isEmpty()) {
            read();
        }
    }

    @Override
    public void register(Object listener) {
        listeners.register(listener);
    }

    @Override
    public void unregister(Object listener) {
        listeners.unregister(listener);
    }

    @Override
    public List<Object> getRegisteredListeners() {
        return listeners.getRegisteredListeners();
    }
}
