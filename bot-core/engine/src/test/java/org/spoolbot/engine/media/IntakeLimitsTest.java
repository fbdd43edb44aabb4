package org.spoolbot.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.media.UploadRefusedException;
import org.spoolbot.engine.config.ServerSettings;
import org.spoolbot.testkit.MemoryStore;
import org.spoolbot.testkit.SettableClock;

/** One member cannot fill the disk, and is told why a file is not taken. */
class IntakeLimitsTest {
    private static final int KIBI = 1 << 10;
    private static final int MEBI = 1 << 20;

    @TempDir
    Path home;

    @Test
    void aFileThatIsDeclaredTooLargeIsNotEvenFetched() {
        Counting upload = new Counting(OptionalLong.of(5 * MEBI / 2), new ByteArrayInputStream(new byte[1]));

        MediaLibrary.Intake intake = gallery(MEBI, 5 * MEBI).library.take(Gallery.ANN, upload);

        assertThat(gallery(1, 1).refused(intake)).isEqualTo("“film.mp4” has 2.5 MiB; I take at most 1 MiB.");
        assertThat(upload.opened).hasValue(0);
        assertThat(upload.discarded).hasValue(1);
    }

    @Test
    void aFileThatTheChatDoesNotHandOutIsExplainedInTheChatsWords() {
        Upload upload = new Upload() {
            @Override
            public String name() {
                return "film.mp4";
            }

            @Override
            public OptionalLong declaredSize() {
                return OptionalLong.empty();
            }

            @Override
            public InputStream open() throws IOException {
                throw new UploadRefusedException(Phrase.literal("Send a smaller one."));
            }
        };
        Gallery gallery = gallery(MEBI, 5 * MEBI);

        assertThat(gallery.refused(gallery.library.take(Gallery.ANN, upload)))
                .isEqualTo("“film.mp4” was not taken. Send a smaller one.");
    }

    @Test
    void aFileThatIsLargerThanDeclaredIsCutShort() throws IOException {
        Gallery gallery = gallery(100 * KIBI, 5 * MEBI);
        Endless endless = new Endless(Long.MAX_VALUE);
        Counting upload = new Counting(OptionalLong.of(10), endless);

        assertThat(gallery.refused(gallery.library.take(Gallery.ANN, upload)))
                .isEqualTo("“film.mp4” is larger than 100 KiB, the most that I take.");
        assertThat(endless.given).isLessThan(400_000);
        assertThat(gallery.files()).isEmpty();
        assertThat(upload.opened).hasValue(1);
        assertThat(upload.discarded).hasValue(1);
    }

    @Test
    void aDaysShareIsUsedUpAlsoAcrossARestartAndComesBackTheNextDay() throws IOException {
        SettableClock clock = SettableClock.atTen();
        MemoryStore store = new MemoryStore();
        ServerSettings.Media settings = settings(30 * KIBI, 50 * KIBI);
        byte[] sound = Fixtures.wav(3);
        Gallery.open(home, settings, clock, store).stored("one.wav", sound);
        Gallery restarted = Gallery.open(home, settings, clock, store);
        restarted.stored("two.wav", sound);

        assertThat(restarted.refused("three.wav", sound))
                .isEqualTo("“three.wav” does not fit into the 50 KiB that you may send me in a day; 3 KiB are left today.");
        assertThat(restarted.library.take(Gallery.BOB, Gallery.upload("bobs.wav", sound)))
                .isInstanceOf(MediaLibrary.Intake.Stored.class);
        clock.advance(Duration.ofDays(1));
        assertThat(restarted.take("four.wav", sound)).isInstanceOf(MediaLibrary.Intake.Stored.class);
    }

    @Test
    void whatIsNotDeclaredIsCountedToo() throws IOException {
        Gallery gallery = gallery(MEBI, 50 * KIBI);

        MediaLibrary.Intake intake = gallery.library.take(
                Gallery.ANN, Gallery.upload("film.mp4", OptionalLong.empty(), new Endless(Long.MAX_VALUE)));

        assertThat(gallery.refused(intake)).startsWith("“film.mp4” does not fit into the 50 KiB");
        assertThat(gallery.refused("more.wav", Fixtures.wav(1))).endsWith("0 bytes are left today.");
    }

    @Test
    void yesterdaysCountsAreForgotten() throws IOException {
        SettableClock clock = SettableClock.atTen();
        MemoryStore store = new MemoryStore();
        Gallery gallery = Gallery.open(home, settings(100_000, 100_000), clock, store);
        gallery.stored("one.wav", Fixtures.wav(1));
        clock.advance(Duration.ofDays(1));
        gallery.library.take(Gallery.BOB, Gallery.upload("two.wav", Fixtures.wav(1)));

        gallery.keeper.start();

        assertThat(store.scan("", "", 10)).containsOnlyKeys("intake/bob");
    }

    @Test
    void aFullDiskIsSaidAndNothingIsWritten() throws IOException {
        ServerSettings.Media like = Gallery.GENEROUS;
        Gallery gallery = Gallery.in(
                home,
                new ServerSettings.Media(
                        1000, 10, 1000, 1000, Long.MAX_VALUE, like.keepReferences(), like.keepClips(), 1000));

        assertThat(gallery.refused("a.png", new byte[10]))
                .isEqualTo("There is no room for “a.png” here right now. The operator has to free disk space.");
        assertThat(gallery.cabinet.hasRoom()).isFalse();
        assertThat(gallery.files()).isEmpty();
    }

    @Test
    void aChatThatDoesNotGiveTheFileIsNamedAsTheReason() throws IOException {
        Gallery gallery = Gallery.in(home);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };

        assertThat(gallery.refused(gallery.library.take(Gallery.ANN, Gallery.upload("a.png", OptionalLong.empty(), broken))))
                .isEqualTo("“a.png” could not be fetched from the chat. Send it again.");
        assertThat(gallery.files()).isEmpty();
    }

    @Test
    void twoHundredMebibytesPassThroughInSmallPieces() {
        byte[] head = Fixtures.concat(
                Fixtures.wavHead(200 * MEBI, -8), Fixtures.bytes("data"), Fixtures.little(200 * MEBI));
        Endless rest = new Endless(200L * MEBI);
        InputStream film = new java.io.SequenceInputStream(new ByteArrayInputStream(head), rest);
        Gallery gallery = Gallery.in(home);

        MediaLibrary.Intake intake =
                gallery.library.take(Gallery.ANN, Gallery.upload("long.wav", OptionalLong.empty(), film));

        assertThat(intake).isInstanceOfSatisfying(MediaLibrary.Intake.Stored.class, stored -> {
            assertThat(stored.file().info().bytes()).isEqualTo(200L * MEBI + head.length);
            assertThat(stored.file().info().duration()).contains(Duration.ofMillis(200L * MEBI / 8));
        });
        assertThat(rest.largestPiece).isLessThanOrEqualTo(MEBI);
    }

    @Test
    void aForeignNameCannotSteerTheScreen() {
        assertThat(DiskLibrary.cleanName("../../etc/pass\u0000wd\u202Egnp.exe")).isEqualTo("passwdgnp.exe");
        assertThat(DiskLibrary.cleanName("@everyone `x`.png")).isEqualTo("everyone x.png");
        assertThat(DiskLibrary.cleanName("\n\t ")).isEqualTo("file");
        assertThat(DiskLibrary.cleanName("\uD83C\uDFA5".repeat(90)).codePoints()).hasSize(80);
    }

    private Gallery gallery(long maxUpload, long daily) {
        return Gallery.in(home, settings(maxUpload, daily));
    }

    private static ServerSettings.Media settings(long maxUpload, long daily) {
        ServerSettings.Media like = Gallery.GENEROUS;
        return new ServerSettings.Media(
                maxUpload, 10, daily, like.maxClipBytes(), 0, like.keepReferences(), like.keepClips(), like.maxClipStoreBytes());
    }

    /** Zeros, as many as wanted, and how they were asked for. */
    private static final class Endless extends InputStream {
        private final long length;
        private long given;
        private int largestPiece;

        Endless(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            largestPiece = Math.max(largestPiece, count);
            int part = (int) Math.min(count, length - given);
            given += part;
            return part == 0 ? -1 : part;
        }
    }

    /** Counts how often it was opened and let go of. */
    private static final class Counting implements Upload {
        private final AtomicInteger opened = new AtomicInteger();
        private final AtomicInteger discarded = new AtomicInteger();
        private final OptionalLong declared;
        private final InputStream content;

        Counting(OptionalLong declared, InputStream content) {
            this.declared = declared;
            this.content = content;
        }

        @Override
        public String name() {
            return "film.mp4";
        }

        @Override
        public OptionalLong declaredSize() {
            return declared;
        }

        @Override
        public InputStream open() {
            opened.incrementAndGet();
            return content;
        }

        @Override
        public void discard() {
            discarded.incrementAndGet();
        }
    }
}
