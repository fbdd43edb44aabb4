package org.spoolbot.discord.fake;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;

/** What a bot hears. */
final class Ears extends ListenerAdapter {
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> shutdowns = new LinkedBlockingQueue<>();

    Ears() {
        Message.suppressContentIntentWarning();
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        texts.add(event.getMessage().getContentRaw());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
        shutdowns.add(event.getCode());
    }

    String next() throws InterruptedException {
        return waited(texts);
    }

    int shutdownCode() throws InterruptedException {
        return waited(shutdowns);
    }

    Queue<String> heard() {
        return texts;
    }

    private static <T> T waited(BlockingQueue<T> queue) throws InterruptedException {
        T value = queue.poll(30, TimeUnit.SECONDS);
        if (value == null) {
            throw new AssertionError("Nothing was heard for 30 s");
        }
        return value;
    }
}
