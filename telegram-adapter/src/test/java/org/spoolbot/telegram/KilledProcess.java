package org.spoolbot.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.platform.ChatInbox;
import org.spoolbot.api.platform.Inbound;
import org.spoolbot.testkit.RecordingInbox;

/**
 * A process with the adapter and work of 150 ms for each message. The work and its mark are one step, as they are in a database: whether
 * a message was worked on is written down by its id, and one that was is not worked on again.
 */
final class KilledProcess {
    private static final Duration WORK = Duration.ofMillis(150);

    private final LiveTasks tasks = new LiveTasks();
    private final Path worked;

    private KilledProcess(Path worked) {
        this.worked = worked;
    }

    public static void main(String[] arguments) throws InterruptedException {
        KilledProcess process = new KilledProcess(Path.of(arguments[2]));
        TelegramConfig config = new TelegramConfig(
                new Secret(System.getenv("TELEGRAM_TOKEN")),
                URI.create(arguments[0]),
                TelegramConfig.LocalServer.AUTO,
                TelegramConfig.Mode.POLLING,
                false,
                List.of(),
                "");
        Bench.Server server = new Bench.Server(new FileStore(Path.of(arguments[1])), process.tasks, Path.of(arguments[1]).getParent());
        TelegramPlatform platform =
                new TelegramPlatform(server.context(config), config, InstantSource.system(), LoggerFactory.getLogger("telegram"));
        platform.start(process.inbox());
        new CountDownLatch(1).await();
    }

    private ChatInbox inbox() {
        RecordingInbox quiet = new RecordingInbox(List.of());
        return (ChatInbox) Proxy.newProxyInstance(ChatInbox.class.getClassLoader(), new Class<?>[] {ChatInbox.class}, (_, method, arguments) -> {
            if (!method.getName().equals("accept")) {
                return method.invoke(quiet, arguments);
            }
            tasks.after(WORK, () -> work((Inbound.TextInput) arguments[0], (Runnable) arguments[1]));
            return ChatInbox.Reception.ACCEPTED;
        });
    }

    private void work(Inbound.TextInput message, Runnable done) {
        try {
            Files.writeString(worked, message.text() + "\n", StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        done.run();
    }
}
