package org.spoolbot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.media.UploadRefusedException;
import org.spoolbot.telegram.fake.Fault;
import org.spoolbot.telegram.fake.Media;
import org.spoolbot.telegram.fake.Seat;

/** Files that members send, by the numbers of the traps where there is one. */
@Isolated("measures the memory of the whole process")
final class FilesTest {
    private static final long MIB = 1L << 20;

    @TempDir
    Path folder;

    @Test
    void trap1FilesComeFromTheServerThatIsSetAndWhole() throws IOException {
        try (Bench bench = new Bench(folder)) {
            byte[] sound = "RIFF a short sound".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            Seat ada = bench.telegram.person("Ada").privately();
            ada.sends(Media.document(sound, "my sound (1).wav", "audio/wav"), "/video with this");

            Upload upload = bench.text(0).uploads().getFirst();
            assertThat(upload.name()).isEqualTo("my sound (1).wav");
            assertThat(upload.declaredSize()).hasValue(sound.length);
            assertThat(upload.publicLink()).isEmpty();
            assertThat(content(upload)).isEqualTo(sound);
        }
    }

    @Test
    void trap2AnErrorPageIsNotTakenForTheFile() {
        try (Bench bench = new Bench(folder)) {
            bench.telegram.person("Ada").privately().sends(Media.photo(Pictures.jpeg()), "/video");
            Upload upload = bench.text(0).uploads().getFirst();
            bench.telegram.faults().next("file", new Fault.Page(404, "not here"));

            assertThatThrownBy(() -> content(upload)).isInstanceOf(IOException.class).hasMessageContaining("404");
        }
    }

    @Test
    void trap3ALargeFileIsNotReadIntoMemory() throws IOException {
        try (Bench bench = new Bench(folder)) {
            long size = 20 * MIB;
            bench.telegram.person("Ada").privately().sends(Media.document(new byte[] {1}, "big.bin", "application/octet-stream").grownTo(size), "/video");
            Upload upload = bench.text(0).uploads().getFirst();
            long before = used();
            long most = 0;
            long read = 0;
            byte[] piece = new byte[1 << 16];
            try (InputStream stream = upload.open()) {
                for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
                    read += count;
                    if (read % (5 * MIB) < count) {
                        most = Math.max(most, used() - before);
                    }
                }
            }

            assertThat(read).isEqualTo(size);
            assertThat(most).isLessThan(16 * MIB);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aFileThatTelegramDoesNotHandOutIsExplainedInTheMembersLanguage() {
        try (Bench bench = new Bench(folder)) {
            Seat ada = bench.telegram.person("Ada").speaks("de").privately();
            ada.sends(Media.document(new byte[] {1}, "film.mp4", "video/mp4").grownTo(21 * MIB), "/video");
            Upload upload = bench.text(0).uploads().getFirst();

            assertThatThrownBy(upload::open).isInstanceOfSatisfying(UploadRefusedException.class, refused -> {
                assertThat(refused.reason().key()).isEqualTo(Phrase.LITERAL);
                assertThat(refused.reason().arguments().getFirst().toString()).contains("20", "local Bot API server");
            });
            assertThat(bench.text(0).origin().language()).contains(Locale.GERMAN);
        }
    }

    @Test
    void behindAProxyTelegramsLimitsHoldAndNothingIsAskedForInVain() {
        try (Bench bench = new Bench(folder, setup -> setup.local = TelegramConfig.LocalServer.NO)) {
            Seat ada = bench.telegram.person("Ada").privately();
            ada.sends(Media.document(new byte[] {1}, "film.mp4", "video/mp4").grownTo(21 * MIB), "/video");
            Upload upload = bench.text(0).uploads().getFirst();

            assertThatThrownBy(upload::open).isInstanceOf(UploadRefusedException.class);
            assertThat(bench.telegram.calls().count("getFile")).isZero();
            assertThat(bench.platform.limits(bench.text(0).origin().destination()).maxAttachmentBytes()).isEqualTo(50 * MIB);
        }
    }

    @Test
    void aLocalServersFileIsReadOnlyBelowTheFolderThatTheOperatorNamed() throws IOException {
        Path shared = Files.createDirectories(folder.resolve("shared"));
        try (Bench bench = new Bench(folder, setup -> {
            setup.before = telegram -> telegram.world().local(true);
            setup.localFiles = shared.toString();
        })) {
            Seat ada = bench.telegram.person("Ada").privately();
            ada.sends(Media.document(new byte[] {1, 2, 3}, "a.bin", "application/octet-stream"), "/video");
            Upload elsewhere = bench.text(0).uploads().getFirst();

            assertThatThrownBy(elsewhere::open).isInstanceOf(IOException.class).hasMessageContaining("outside local-files");
            bench.setup.localFiles = Path.of(System.getProperty("java.io.tmpdir")).toString();
            bench.restart();
            ada.sends(Media.document(new byte[] {1, 2, 3}, "b.bin", "application/octet-stream"), "/video");
            assertThat(content(bench.text(1).uploads().getFirst())).containsExactly(1, 2, 3);
        }
    }

    @Test
    void everyKindOfFileIsAReference() {
        try (Bench bench = new Bench(folder)) {
            Seat ada = bench.telegram.person("Ada").privately();
            byte[] bytes = {1, 2, 3};
            ada.sends(Media.photo(Pictures.jpeg()), "");
            ada.sends(Media.video(bytes, 64, 48, 1), "");
            ada.sends(Media.animation(bytes, 64, 48, 1), "");
            ada.sends(Media.audio(bytes, "song.mp3", 1), "");
            ada.sends(Media.voice(bytes, 1), "");
            ada.sends(Media.document(bytes, "list.txt", "text/plain"), "");

            bench.heard(6);
            for (int place = 0; place < 6; place++) {
                assertThat(bench.text(place).uploads()).hasSize(1);
            }
            assertThat(List.of(bench.text(3).uploads().getFirst().name(), bench.text(5).uploads().getFirst().name()))
                    .containsExactly("song.mp3", "list.txt");
        }
    }

    private static byte[] content(Upload upload) throws IOException {
        try (InputStream stream = upload.open()) {
            return stream.readAllBytes();
        }
    }
}
