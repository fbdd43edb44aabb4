package org.spoolbot.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.media.PublicLink;
import org.spoolbot.api.media.Upload;

class PublicLinksTest {
    private static final URI ADDRESS = URI.create("https://cdn.example/attachments/1/2/a.png?ex=1&hm=2");

    @TempDir
    Path home;

    private Gallery gallery;

    @BeforeEach
    void open() {
        gallery = Gallery.in(home);
    }

    @Test
    void aPictureThatIsStoredAsItWasHandedInCanBeFetchedFromTheChat() throws IOException {
        byte[] clean = clean();

        MediaFile file = taken(clean, ADDRESS);

        assertThat(gallery.cabinet.publicLink(file.info().sha256()).map(PublicLink::address)).contains(ADDRESS);
    }

    @Test
    void aPictureWhosePlaceWasTakenOutIsNeverFetchedWhereThePlaceStillIs() throws IOException {
        byte[] plain = Fixtures.file("pic.webp");
        MediaFile file = taken(Fixtures.webpWithExif(plain, 64, 48, 1), ADDRESS);

        assertThat(gallery.links.kept).isEmpty();
        assertThat(gallery.cabinet.publicLink(file.info().sha256())).isEmpty();
    }

    @Test
    void anAddressThatIsNotOpenToAllOverHttpsIsNotKept() throws IOException {
        taken(clean(), URI.create("http://cdn.example/a.png"));
        taken(clean(), URI.create("https://user:word@cdn.example/a.png"));
        taken(clean(), URI.create("file:///a.png"));
        taken(clean(), URI.create("https://cdn.example/" + "a".repeat(3_000)));

        assertThat(gallery.links.kept).isEmpty();
    }

    @Test
    void anAddressIsNotGivenOnceItIsOverNorOnceItsFileIsGone() throws IOException {
        MediaFile file = taken(clean(), ADDRESS);
        gallery.clock.advance(Duration.ofHours(24));
        assertThat(gallery.cabinet.publicLink(file.info().sha256())).isEmpty();

        gallery.clock.advance(Duration.ofDays(8));
        gallery.keeper.start();
        assertThat(gallery.links.kept).isEmpty();
    }

    @Test
    void aPlatformThatCannotTellItsAddressStillHandsInItsFile() throws IOException {
        byte[] clean = clean();
        MediaLibrary.Intake intake = gallery.library.take(Gallery.ANN, upload(clean, () -> {
            throw new IllegalStateException(ADDRESS.toString());
        }));

        assertThat(intake).isInstanceOf(MediaLibrary.Intake.Stored.class);
    }

    /** What was cleaned once is not changed by cleaning it again. */
    private byte[] clean() throws IOException {
        return java.nio.file.Files.readAllBytes(gallery.stored("a.png", Pixels.png(30, 30)).path());
    }

    private MediaFile taken(byte[] content, URI address) {
        PublicLink link = new PublicLink(address, gallery.clock.instant().plus(Duration.ofHours(24)));
        return ((MediaLibrary.Intake.Stored) gallery.library.take(Gallery.ANN, upload(content, () -> Optional.of(link)))).file();
    }

    private static Upload upload(byte[] content, java.util.function.Supplier<Optional<PublicLink>> link) {
        return new Upload() {
            @Override
            public String name() {
                return "a.png";
            }

            @Override
            public OptionalLong declaredSize() {
                return OptionalLong.of(content.length);
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content);
            }

            @Override
            public Optional<PublicLink> publicLink() {
                return link.get();
            }
        };
    }
}
