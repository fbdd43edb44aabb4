package org.spoolbot.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Role;
import org.spoolbot.engine.config.ServerSettings;

/** Files go when they were promised to go, and not before. */
class RetentionTest {
    @TempDir
    Path home;

    @Test
    void aReferenceIsKeptForAWeekAfterItsLastUse() throws IOException {
        Gallery gallery = Gallery.in(home);
        MediaFile unused = gallery.stored("a.png", Pixels.png(30, 30));
        MediaFile used = gallery.stored("b.png", Pixels.png(40, 40));
        gallery.clock.advance(Duration.ofDays(6));
        gallery.cabinet.fit(new Reference(1, Role.FIRST_FRAME, used.info()), anyPicture());
        gallery.keeper.start();
        assertThat(gallery.files()).containsExactlyInAnyOrder(unused.path(), used.path());

        gallery.clock.advance(Duration.ofDays(2));
        gallery.keeper.start();

        assertThat(gallery.files()).containsExactly(used.path());
        assertThat(gallery.library.find(unused.info().sha256())).isEmpty();
        assertThat(gallery.library.find(used.info().sha256())).contains(used);
    }

    @Test
    void aLastFrameIsKeptAsLongAsItsClip() throws IOException {
        Gallery gallery = Gallery.in(home);
        MediaFile frame = frame(gallery);
        gallery.clock.advance(Duration.ofDays(29));
        gallery.keeper.start();
        assertThat(gallery.cabinet.find(frame.info().sha256())).contains(frame);

        gallery.clock.advance(Duration.ofDays(2));
        gallery.keeper.start();
        assertThat(gallery.cabinet.find(frame.info().sha256())).isEmpty();
    }

    @Test
    void aDeletedClipIsGoneAtOnceAndAClipThatBeganWithItsLastFrameCanStillBeMade() throws IOException {
        Gallery gallery = Gallery.in(home);
        MediaFile clip = gallery.clip(Fixtures.file("clip.mp4"));
        MediaFile poster = gallery.cabinet.poster(clip.info()).orElse(clip);
        MediaFile frame = frame(gallery);
        MediaFile lent = gallery.cabinet.lend(frame);

        gallery.cabinet.remove(clip.info().sha256());
        gallery.cabinet.remove(frame.info().sha256());

        assertThat(gallery.cabinet.find(clip.info().sha256())).isEmpty();
        assertThat(poster.path()).doesNotExist();
        assertThat(gallery.files()).containsExactly(lent.path());
        assertThat(gallery.library.find(frame.info().sha256())).contains(lent);
        gallery.cabinet.remove("../../no-hash");
    }

    @Test
    void whatIsNoPictureIsNotKeptAsALastFrame() throws IOException {
        Gallery gallery = Gallery.in(home);
        Path page = gallery.cabinet.newWorkFile(".png");
        Files.writeString(page, "<html>expired</html>");
        Path clip = gallery.cabinet.newWorkFile(".png");
        Files.write(clip, Fixtures.file("clip.mp4"));

        assertThatThrownBy(() -> gallery.cabinet.keepFrame(page)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> gallery.cabinet.keepFrame(clip)).isInstanceOf(IOException.class);
    }

    private static MediaFile frame(Gallery gallery) throws IOException {
        Path work = gallery.cabinet.newWorkFile(".png");
        Files.write(work, Pixels.png(64, 48));
        return gallery.cabinet.keepFrame(work);
    }

    @Test
    void aClipIsKeptForAMonthHoweverOldReferencesGo() throws IOException {
        Gallery gallery = Gallery.in(home);
        MediaFile clip = gallery.clip(Fixtures.file("clip.mp4"));

        gallery.clock.advance(Duration.ofDays(29));
        gallery.keeper.start();
        assertThat(gallery.cabinet.find(clip.info().sha256())).contains(clip);

        gallery.clock.advance(Duration.ofDays(2));
        gallery.keeper.start();
        assertThat(gallery.cabinet.find(clip.info().sha256())).isEmpty();
    }

    @Test
    void theOldestClipsMakeRoomForNewOnes() throws IOException {
        ServerSettings.Media like = Gallery.GENEROUS;
        Gallery gallery = Gallery.in(
                home,
                new ServerSettings.Media(
                        1_000_000, 10, 1_000_000, 1_000_000, 0, like.keepReferences(), like.keepClips(), 15_000));
        MediaFile first = gallery.clip(Fixtures.file("clip.mp4"));
        gallery.clock.advance(Duration.ofMinutes(1));
        MediaFile second = gallery.clip(Fixtures.file("long.mp4"));
        gallery.clock.advance(Duration.ofMinutes(1));
        MediaFile third = gallery.clip(Fixtures.file("apple.mp4"));

        gallery.keeper.start();
        assertThat(gallery.cabinet.find(first.info().sha256())).isEmpty();
        assertThat(gallery.files()).containsExactlyInAnyOrder(second.path(), third.path());
    }

    @Test
    void whatAStoppedServerLeftHalfDoneIsThrownAwayAtTheNextStart() throws IOException {
        Gallery gallery = Gallery.in(home);
        MediaFile kept = gallery.stored("a.png", Pixels.png(30, 30));
        Files.writeString(gallery.cabinet.newWorkFile(".mp4"), "half");

        Gallery.in(home).keeper.start();

        assertThat(gallery.files()).containsExactly(kept.path());
    }

    @Test
    void whatWasLeftHalfDoneWhileTheServerRunsIsThrownAwayAfterADay() throws IOException {
        Gallery gallery = Gallery.in(home);
        Path old = gallery.cabinet.newWorkFile(".mp4");
        Path fresh = gallery.cabinet.newWorkFile(".mp4");
        Files.writeString(old, "half");
        Files.setLastModifiedTime(old, FileTime.from(gallery.clock.instant().minus(Duration.ofHours(25))));
        Files.writeString(fresh, "half");
        Files.setLastModifiedTime(fresh, FileTime.from(gallery.clock.instant()));

        new Retention(
                        new Shelf(gallery.data.resolve("media"), gallery.clock),
                        new PublicLinks(gallery.links, gallery.clock),
                        gallery.settings,
                        gallery.clock)
                .sweep();

        assertThat(gallery.files()).containsExactly(fresh);
    }

    private static Capabilities anyPicture() {
        MediaRules rules = new MediaRules(
                9, 1_000_000, Set.of(MediaType.PNG), MediaRules.PixelRules.any(), MediaRules.LengthRules.any());
        Capabilities like = ReferenceCheckTest.model();
        return new Capabilities(
                Set.of(), Map.of(MediaKind.IMAGE, rules), List.of(5), like.ratios(), like.resolutions(), 1000, Set.of());
    }
}
