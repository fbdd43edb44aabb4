package org.spoolbot.telegram.outbound;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.connection.BotApi;
import org.spoolbot.telegram.connection.BotHttp;
import org.spoolbot.telegram.render.MenuShelf;
import org.spoolbot.testkit.MemoryStore;

/** Sends a small file, then a large one, and prints by how many bytes the old generation grew at most in between. A JVM of its own. */
final class LargeClipMain {
    private LargeClipMain() {}

    /** Takes the address, the token, the chat, the small file, the large file and a poster. */
    public static void main(String[] arguments) {
        BotApi api = new BotApi(URI.create(arguments[0]), new Secret(arguments[1]));
        try (BotHttp http = new BotHttp(api, Executors.newVirtualThreadPerTaskExecutor())) {
            Outbox outbox = outbox(api, http, Path.of(arguments[3]).resolveSibling("data"));
            Destination chat = new Destination("telegram", Optional.empty(), arguments[2], Optional.empty(), Optional.empty());
            Path poster = Path.of(arguments[5]);
            send(outbox, chat, Path.of(arguments[3]), poster);
            System.gc();
            MemoryPoolMXBean old = oldGeneration();
            long before = old.getUsage().getUsed();
            old.resetPeakUsage();
            send(outbox, chat, Path.of(arguments[4]), poster);
            System.out.println("grew " + (old.getPeakUsage().getUsed() - before));
        }
    }

    private static Outbox outbox(BotApi api, BotHttp http, Path data) {
        InstantSource clock = InstantSource.system();
        MemoryStore store = new MemoryStore();
        Calls calls = new Calls(new Flood(clock, Duration::isZero), new Chats(store, clock));
        FileSender files = new FileSender(http.client(), new KnownFiles(store, "1", clock), new Thumbnails(() -> data));
        PrivateWay nobody = new PrivateWay((_, _) -> "", new Bot() {
            @Override
            public String userName() {
                return "";
            }

            @Override
            public java.util.Locale languageOf(Optional<org.spoolbot.api.identity.Account> account) {
                return java.util.Locale.ENGLISH;
            }
        }, clock);
        Outbox.Senders senders = new Outbox.Senders(files, new CardPictures(new Thumbnails(() -> data), store, clock));
        return new Outbox(http.client(), calls, senders, new MenuShelf(store, clock), nobody, new OpenUploads(store, clock), 50L << 20);
    }

    private static void send(Outbox outbox, Destination chat, Path file, Path poster) {
        SendResult result = outbox.send(
                chat, Message.of("").withAttachments(List.of(new Attachment("clip.mp4", described(file, MediaType.MP4), Optional.of(described(poster, MediaType.JPEG))))));
        if (!result.isSent()) {
            throw new IllegalStateException(result.toString());
        }
    }

    private static MediaFile described(Path path, MediaType type) {
        String sha256 = "%064x".formatted(path.hashCode() & 0xFFFFFFFFL);
        return new MediaFile(
                new MediaInfo(sha256, type, path.toFile().length(), Optional.of(new PixelSize(1280, 720)), Optional.of(Duration.ofSeconds(5))), path);
    }

    private static MemoryPoolMXBean oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Tenured Gen"))
                .findFirst()
                .orElseThrow();
    }
}
