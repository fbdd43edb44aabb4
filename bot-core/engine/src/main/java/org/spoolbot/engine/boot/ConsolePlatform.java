package org.spoolbot.engine.boot;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.DeliveryLimits;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.platform.PlatformHealth;
import org.spoolbot.api.platform.SendResult;

/**
 * The server's own console: lines are commands, with or without a slash, and a number alone presses that button of the last message.
 * The end of the input does not stop the server.
 */
final class ConsolePlatform implements ChatPlatform {
    private static final DeliveryLimits LIMITS = new DeliveryLimits(Long.MAX_VALUE, 16_000, 2000);
    private static final Destination HERE = new Destination(
            Account.CONSOLE_PLATFORM, Optional.empty(), "console", Optional.empty(), Optional.empty());

    private final ConsoleLines lines;
    private final Runnable stop;
    private final InstantSource clock;
    private final ConsolePrinter printer;
    private final AtomicLong counter;
    private volatile boolean open;

    ConsolePlatform(ConsoleLines lines, Runnable stop, InstantSource clock) {
        this.lines = lines;
        this.stop = stop;
        this.clock = clock;
        this.printer = new ConsolePrinter(lines);
        // An id is never given twice, also not after a restart.
        this.counter = new AtomicLong(clock.instant().toEpochMilli());
    }

    @Override
    public String id() {
        return Account.CONSOLE_PLATFORM;
    }

    @Override
    public void start(ChatInbox inbox) {
        open = true;
        lines.completeWith(line -> inbox.complete(origin(), line));
        // A read from standard input cannot be interrupted; the thread must not keep the process alive.
        Thread.ofPlatform().daemon().name("console").start(() -> read(inbox));
    }

    private void read(ChatInbox inbox) {
        try {
            for (Optional<String> line = lines.read(); line.isPresent() && open; line = lines.read()) {
                take(line.get().strip(), inbox);
            }
        } catch (IOException closed) {
            open = false;
        }
    }

    private void take(String line, ChatInbox inbox) {
        if (line.isEmpty()) {
            return;
        }
        if (line.equals("stop") || line.equals("/stop")) {
            stop.run();
            return;
        }
        if (inbox.accept(understood(line)) == ChatInbox.Reception.BUSY) {
            lines.print("The server is busy; type it again in a moment.");
        }
    }

    private Inbound understood(String line) {
        Optional<ConsolePrinter.Pressable> button = printer.button(line);
        if (button.isPresent()) {
            return new Inbound.Action(origin(), button.get().messageId(), button.get().actionId(), Map.of());
        }
        String text = line.startsWith("/") ? line : "/" + line;
        return new Inbound.TextInput(origin(), nextId(), text, List.of());
    }

    private String nextId() {
        return "c" + counter.incrementAndGet();
    }

    private Origin origin() {
        return new Origin(
                Account.console(), "console", Optional.of(Locale.ENGLISH), HERE, Standing.ADMINISTRATOR, Set.of(), clock.instant());
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public PlatformHealth health() {
        return new PlatformHealth(PlatformHealth.State.UP, "standard input");
    }

    @Override
    public DeliveryLimits limits(Destination destination) {
        return LIMITS;
    }

    @Override
    public SendResult send(Destination destination, Message message) {
        String messageId = nextId();
        printer.print(messageId, message);
        return new SendResult.Sent(new MessageRef(id(), "console", messageId));
    }

    /** What is printed cannot be changed: a progress that moved is not worth a line, everything else is. */
    @Override
    public SendResult edit(MessageRef message, Message replacement) {
        if (replacement.progress().isEmpty()) {
            printer.print(message.id(), replacement);
        }
        return new SendResult.Sent(message);
    }

    @Override
    public SendResult delete(MessageRef message) {
        return new SendResult.Sent(message);
    }
}
