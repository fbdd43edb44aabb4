package org.spoolbot.telegram.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.identity.Community;
import org.spoolbot.api.identity.Destination;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.MessageRef;
import org.spoolbot.api.platform.SendResult;
import org.spoolbot.telegram.connection.BotApi;
import org.spoolbot.telegram.connection.BotHttp;
import org.spoolbot.telegram.fake.Chat;
import org.spoolbot.telegram.fake.FakeTelegram;
import org.spoolbot.telegram.fake.Person;
import org.spoolbot.telegram.fake.Posted;
import org.spoolbot.telegram.render.MenuShelf;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.SettableClock;

/** What sends and edits, with the real library, before the Bot API of the fixtures. Waiting takes no time: the clock moves instead. */
final class Counter implements AutoCloseable {
    static final long MOST = 50L << 20;

    final FakeTelegram telegram;
    final MemoryStore store;
    final BotHttp http;
    volatile Outbox outbox;
    volatile Changes changes;
    final MenuShelf menus;
    final Chats chats;
    volatile Locale language = Locale.ENGLISH;
    private final Path folder;
    private final Calls calls;
    private final FileSender files;
    private final Thumbnails thumbnails;
    private CardPictures cards;
    private final InstantSource clock;

    Counter(Path folder, SettableClock clock) {
        this(folder, FakeTelegram.start(clock), new MemoryStore(), clock, pause -> {
            clock.advance(pause);
            return true;
        });
    }

    Counter(Path folder, FakeTelegram telegram, MemoryStore store, InstantSource clock, Waits waits) {
        this.folder = folder;
        this.telegram = telegram;
        this.store = store;
        this.clock = clock;
        BotApi api = new BotApi(telegram.apiUrl(), new Secret(telegram.token()));
        http = new BotHttp(api, Executors.newVirtualThreadPerTaskExecutor());
        chats = new Chats(store, clock);
        menus = new MenuShelf(store, clock);
        calls = new Calls(new Flood(clock, waits), chats);
        thumbnails = new Thumbnails(() -> folder.resolve("data"));
        files = new FileSender(http.client(), new KnownFiles(store, api.botId(), clock), thumbnails);
        cards = new CardPictures(thumbnails, store, clock);
        outbox = outbox();
        changes = new Changes(http.client(), calls, menus, new EditPace(clock), cards);
    }

    private Outbox outbox() {
        return new Outbox(http.client(), calls, new Outbox.Senders(files, cards), menus, new PrivateWay(texts(), bot(), clock), new OpenUploads(store, clock), MOST);
    }

    /** The server was killed, and the next one has of what was sent only what is in the store. */
    void restart() {
        cards = new CardPictures(thumbnails, store, clock);
        outbox = outbox();
        changes = new Changes(http.client(), calls, menus, new EditPace(clock), cards);
    }

    private Bot bot() {
        return new Bot() {
            @Override
            public String userName() {
                return "spoolbot";
            }

            @Override
            public Locale languageOf(Optional<Account> account) {
                return language;
            }
        };
    }

    private static Translator texts() {
        return (Locale language, Phrase phrase) -> {
            String ending = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
            Properties patterns = new Properties();
            try (Reader reader = new InputStreamReader(
                    Objects.requireNonNull(Counter.class.getResourceAsStream("/messages" + ending + ".properties")), StandardCharsets.UTF_8)) {
                patterns.load(reader);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            return MessageFormat.format(patterns.getProperty(phrase.key()), phrase.arguments().toArray());
        };
    }

    Person started(String name) {
        Person person = telegram.person(name);
        person.privately().starts();
        return person;
    }

    static Account account(Person person) {
        return new Account("telegram", Long.toString(person.id()));
    }

    static Destination in(Chat chat) {
        String id = Long.toString(chat.id());
        Optional<Community> community = chat.isPrivate() ? Optional.empty() : Optional.of(new Community("telegram", id));
        return new Destination("telegram", community, id, Optional.empty(), Optional.empty());
    }

    static Destination in(Chat chat, int topic) {
        Destination place = in(chat);
        return new Destination("telegram", place.community(), place.channel(), Optional.of(Integer.toString(topic)), Optional.empty());
    }

    /** For that person, read by everybody there. */
    static Message mentioning(Message message, Person person) {
        return message.in(new Message.Envelope(Message.Audience.CHANNEL, Optional.of(account(person)), Optional.empty(), false));
    }

    /** For that person alone. */
    static Message whispered(String text, Person person) {
        return mentioning(Message.of(text), person).forAskerOnly();
    }

    MessageRef sent(Destination place, Message message) {
        SendResult result = outbox.send(place, message);
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        return ((SendResult.Sent) result).message();
    }

    Posted posted(MessageRef ref) {
        Chat chat = telegram.world().chats().stream()
                .filter(one -> Long.toString(one.id()).equals(ref.channel()))
                .findFirst()
                .orElseThrow();
        return chat.byId(Long.parseLong(ref.id()));
    }

    /** A file of so many zeros, which take no room on the disk; no two of one name. */
    MediaFile file(String name, MediaType type, long bytes) {
        Path path = folder.resolve(name);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(bytes);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return described(name, type, bytes, path);
    }

    private static MediaFile described(String name, MediaType type, long bytes, Path path) {
        String sha256 = "%064x".formatted(name.hashCode() & 0xFFFFFFFFL);
        Optional<PixelSize> size = type == MediaType.MP3 ? Optional.empty() : Optional.of(new PixelSize(1280, 720));
        Optional<Duration> length = type.kind() == MediaType.JPEG.kind() ? Optional.empty() : Optional.of(Duration.ofMillis(5_200));
        return new MediaFile(new MediaInfo(sha256, type, bytes, size, length), path);
    }

    MediaFile picture(String name, int width, int height) {
        Path path = folder.resolve(name);
        try {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < width; x++) {
                image.setRGB(x, height / 2, 0x20A0F0);
            }
            ImageIO.write(image, "jpg", path.toFile());
            MediaInfo info = new MediaInfo(
                    "%064x".formatted(name.hashCode() & 0xFFFFFFFFL), MediaType.JPEG, path.toFile().length(),
                    Optional.of(new PixelSize(width, height)), Optional.empty());
            return new MediaFile(info, path);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    Attachment clip(String name, long bytes) {
        return new Attachment(name, file("stored-" + bytes + ".mp4", MediaType.MP4, bytes), Optional.of(picture("poster-" + bytes + ".jpg", 1280, 720)));
    }

    @Override
    public void close() {
        http.close();
        telegram.close();
        assertThat(telegram.violations().all()).isEmpty();
    }
}
