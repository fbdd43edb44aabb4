package org.spoolbot.engine.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.identity.Standing;
import org.spoolbot.api.message.Card;
import org.spoolbot.api.message.Control;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.ChatPlatform;
import org.spoolbot.api.platform.DeliveryLimits;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.api.platform.Origin;
import org.spoolbot.api.platform.PlatformHealth;
import org.spoolbot.api.platform.SendResult;

/** The server's own console: lines are commands, with or without a slash; the end of the input does not stop the server. */
final class ConsolePlatform implements ChatPlatform {
    private static final DeliveryLimits LIMITS = new DeliveryLimits(Long.MAX_VALUE, 16_000, 2000);
    private static final Destination HERE = new Destination(
            Account.CONSOLE_PLATFORM, Optional.empty(), "console", Optional.empty(), Optional.empty());

    private final InputStream in;
    private final PrintStream out;
    private final Runnable stop;
    private final AtomicLong counter = new AtomicLong();
    private volatile boolean open;

    ConsolePlatform(InputStream in, PrintStream out, Runnable stop) {
        this.in = in;
        this.out = out;
        this.stop = stop;
    }

    @Override
    public String id() {
        return Account.CONSOLE_PLATFORM;
    }

    @Override
    public void start(ChatInbox inbox) {
        open = true;
        // A read from standard input cannot be interrupted; the thread must not keep the process alive.
        Thread.ofPlatform().daemon().name("console").start(() -> read(inbox));
    }

    private void read(ChatInbox inbox) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            for (String line = lines.readLine(); line != null && open; line = lines.readLine()) {
                take(line.strip(), inbox);
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
        String text = line.startsWith("/") ? line : "/" + line;
        inbox.accept(new Inbound.TextInput(origin(), "c" + counter.incrementAndGet(), text, List.of()));
    }

    private static Origin origin() {
        return new Origin(
                Account.console(), "console", Optional.of(Locale.ENGLISH), HERE, Standing.ADMINISTRATOR, Set.of(), Instant.now());
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
        print(message);
        return new SendResult.Sent(new MessageRef(id(), "console", "c" + counter.incrementAndGet()));
    }

    private synchronized void print(Message message) {
        message.text().lines().map(LogMask::clean).forEach(out::println);
        message.card().ifPresent(this::print);
        message.progress().ifPresent(progress -> out.println("  " + LogMask.clean(progress.label())));
        message.attachments().forEach(file -> out.println("  " + LogMask.clean(file.name()) + ": " + file.file().path()));
        List<String> labels = message.controls().stream().map(Control::label).map(LogMask::clean).toList();
        if (!labels.isEmpty()) {
            out.println("  [" + String.join("] [", labels) + "]");
        }
    }

    private void print(Card card) {
        out.println(LogMask.clean(card.title()));
        card.body().lines().map(LogMask::clean).forEach(out::println);
        card.fields().forEach(field -> out.println("  " + LogMask.clean(field.name()) + ": " + LogMask.clean(field.value())));
    }

    @Override
    public SendResult edit(MessageRef message, Message replacement) {
        if (replacement.progress().isEmpty()) {
            print(replacement);
        }
        return new SendResult.Sent(message);
    }

    @Override
    public SendResult delete(MessageRef message) {
        return new SendResult.Sent(message);
    }
}
