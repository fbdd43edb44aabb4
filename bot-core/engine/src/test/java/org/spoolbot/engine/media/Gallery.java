package org.spoolbot.engine.media;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.MemberId;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.media.PublicLink;
import org.spoolbot.api.media.Upload;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.engine.i18n.MessageModule;
import org.spoolbot.engine.store.KeyValueBooks;
import org.spoolbot.engine.time.Waiting;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.SettableClock;

/** A whole store of files in a folder, with the sentences that members read. */
public final class Gallery {
    static final MemberId ANN = new MemberId("ann");
    static final MemberId BOB = new MemberId("bob");
    static final ServerSettings.Media GENEROUS = new ServerSettings.Media(
            300_000_000, 10, 1_000_000_000, 1_000_000, 0, Duration.ofDays(7), Duration.ofDays(30), 1_000_000_000);

    final Path data;
    final SettableClock clock;
    final MediaLibrary library;
    public final MediaCabinet cabinet;
    final MediaKeeper keeper;
    final ServerSettings settings;
    final MemoryLinks links;
    private final Translator translator;

    private Gallery(Path data, SettableClock clock, Injector injector) {
        this.data = data;
        this.clock = clock;
        library = injector.getInstance(MediaLibrary.class);
        cabinet = injector.getInstance(MediaCabinet.class);
        keeper = injector.getInstance(MediaKeeper.class);
        links = injector.getInstance(MemoryLinks.class);
        settings = injector.getInstance(ServerSettings.class);
        translator = injector.getInstance(Translator.class);
    }

    public static Gallery in(Path home) {
        return open(home, GENEROUS, SettableClock.atTen(), new MemoryStore());
    }

    static Gallery in(Path home, ServerSettings.Media settings) {
        return open(home, settings, SettableClock.atTen(), new MemoryStore());
    }

    /** One whose ffmpeg is that one, whatever is installed here. */
    static Gallery in(Path home, Ffmpeg ffmpeg) {
        return open(home, new MediaModule(home.resolve("data"), ffmpeg), GENEROUS, SettableClock.atTen(), new MemoryStore());
    }

    static Gallery open(Path home, ServerSettings.Media settings, SettableClock clock, MemoryStore store) {
        return open(home, new MediaModule(home.resolve("data")), settings, clock, store);
    }

    static Gallery open(
            Path home, MediaModule media, ServerSettings.Media settings, SettableClock clock, MemoryStore store) {
        Path data = home.resolve("data");
        MemoryLinks links = new MemoryLinks();
        Injector injector = Guice.createInjector(media, new MessageModule(home), new AbstractModule() {
            @Override
            protected void configure() {
                binder().requireExplicitBindings();
                bind(InstantSource.class).toInstance(clock);
                bind(ServerSettings.class).toInstance(settings(settings));
                bind(MemoryLinks.class).toInstance(links);
                bind(PublicLinkBooks.class).toInstance(links);
                bind(KeyValueBooks.class).toInstance(plugin -> store);
                bind(ExecutorService.class).toInstance(new AtOnce());
                bind(Waiting.class).toInstance(due -> {
                    throw new InterruptedException("one round is enough");
                });
            }
        });
        return new Gallery(data, clock, injector);
    }

    MediaLibrary.Intake take(String name, byte[] content) {
        return library.take(ANN, upload(name, content));
    }

    MediaFile stored(String name, byte[] content) {
        return ((MediaLibrary.Intake.Stored) take(name, content)).file();
    }

    /** The sentence that its sender reads. */
    String refused(String name, byte[] content) {
        return refused(take(name, content));
    }

    String refused(MediaLibrary.Intake intake) {
        return say(((MediaLibrary.Intake.Refused) intake).reason());
    }

    String say(Phrase phrase) {
        return translator.text(Locale.ENGLISH, phrase);
    }

    MediaFile clip(byte[] content) throws IOException {
        Path work = cabinet.newWorkFile(".mp4");
        Files.write(work, content);
        return cabinet.keepClip(work);
    }

    /** Everything that lies in the store, work files among it. */
    List<Path> files() throws IOException {
        try (var walk = Files.walk(data)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    static Upload upload(String name, byte[] content) {
        return upload(name, OptionalLong.of(content.length), new ByteArrayInputStream(content));
    }

    static Upload upload(String name, OptionalLong declared, InputStream content) {
        return new Upload() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public OptionalLong declaredSize() {
                return declared;
            }

            @Override
            public InputStream open() {
                return content;
            }
        };
    }

    private static ServerSettings settings(ServerSettings.Media media) {
        Duration hour = Duration.ofHours(1);
        return new ServerSettings(
                List.of(),
                new ServerSettings.Http("127.0.0.1", 0, Optional.empty(), Map.of()),
                "",
                new ServerSettings.Jobs(1, 1, hour, hour, hour, hour, hour),
                media,
                new ServerSettings.Money("USD", BigDecimal.ONE, BigDecimal.ONE, true),
                new ServerSettings.Region(Locale.ENGLISH, ZoneId.of("UTC")));
    }

    /** Addresses as the test left them; those that are over too, so that somebody else has to look. */
    static final class MemoryLinks implements PublicLinkBooks {
        final Map<String, PublicLink> kept = new HashMap<>();

        @Override
        public void keep(String sha256, PublicLink link) {
            kept.put(sha256, link);
        }

        @Override
        public Optional<PublicLink> find(String sha256) {
            return Optional.ofNullable(kept.get(sha256));
        }

        @Override
        public void forget(Collection<String> hashes) {
            kept.keySet().removeAll(hashes);
        }
    }

    /** Runs a task where it is handed in, so that a sweep is over when start returns. */
    private static final class AtOnce extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            task.run();
            // The keeper ends its round interrupted; the test's thread goes on.
            Thread.interrupted();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
