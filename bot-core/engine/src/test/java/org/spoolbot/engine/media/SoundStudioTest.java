package org.spoolbot.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaLibrary;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.Capabilities;
import org.spoolbot.api.provider.MediaRules;
import org.spoolbot.api.video.Reference;
import org.spoolbot.api.video.Role;

/** What a member says into a telephone goes into the clip, although models take nothing that telephones record. */
class SoundStudioTest {
    private static final long MEGABYTES = 15_000_000;

    @TempDir
    Path home;

    @Nested
    class WithFfmpeg {
        private Gallery gallery;

        @BeforeEach
        void open() {
            assumeTrue(Ffmpeg.on(System.getenv("PATH")).isInstalled(), "needs ffmpeg");
            gallery = Gallery.in(home);
        }

        @ParameterizedTest
        @CsvSource({"opus.ogg, OGG, 3000", "vorbis.ogg, OGG, 3000", "tone.m4a, M4A, 3000", "soundonly.mp4, M4A, 3000", "tone.flac, FLAC, 1000"})
        void aSoundOfAnyKindIsTurnedIntoWhatTheModelTakesAndTheCardSaysSo(String name, MediaType type, long millis) throws IOException {
            MediaFile sound = gallery.stored(name, Fixtures.file(name));
            for (MediaType taken : List.of(MediaType.WAV, MediaType.MP3)) {
                Capabilities model = model(MEGABYTES, taken);

                assertThat(faults(gallery, sound, model)).isEmpty();
                assertThat(notes(gallery, sound, model))
                        .containsExactly("audio 1 is turned from " + type + " into " + taken + " for this model");
                MediaFile fitted = gallery.cabinet.fit(reference(sound), model);

                assertThat(fitted.info().type()).isEqualTo(taken);
                assertThat(Prober.sniff(fitted.path())).isEqualTo(taken);
                assertThat(fitted.info().duration().orElseThrow().toMillis()).isCloseTo(millis, within(100L));
                assertThat(gallery.cabinet.find(sound.info().sha256())).contains(sound);
            }
        }

        @Test
        void withoutLossIfThereIsRoomAndSmallerIfNot() throws IOException {
            MediaFile sound = gallery.stored("voice.ogg", Fixtures.file("opus.ogg"));
            Capabilities roomy = model(MEGABYTES, MediaType.MP3, MediaType.WAV);
            Capabilities narrow = model(100_000, MediaType.MP3, MediaType.WAV);
            Capabilities tiny = model(1_000, MediaType.MP3, MediaType.WAV);

            assertThat(gallery.cabinet.fit(reference(sound), roomy).info().type()).isEqualTo(MediaType.WAV);
            assertThat(gallery.cabinet.fit(reference(sound), narrow).info()).satisfies(info -> {
                assertThat(info.type()).isEqualTo(MediaType.MP3);
                assertThat(info.bytes()).isLessThanOrEqualTo(100_000);
            });
            assertThat(faults(gallery, sound, tiny)).isNotEmpty();
        }

        @Test
        void whatTheModelTakesGoesAsItIsWithoutAWord() throws IOException {
            MediaFile song = gallery.stored("song.mp3", Fixtures.file("tone.mp3"));
            Capabilities model = model(MEGABYTES, MediaType.MP3, MediaType.WAV);

            assertThat(gallery.cabinet.fit(reference(song), model)).isEqualTo(song);
            assertThat(notes(gallery, song, model)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"mono, 1, 48000", "stereo, 2, 44100", "5.1, 2, 96000"})
        void oneEarStaysOneAndTwoStayTwo(String layout, int channels, int rate) throws Exception {
            MediaFile sound = gallery.stored("made.flac", made(layout, rate));

            Path fitted = gallery.cabinet.fit(reference(sound), model(MEGABYTES, MediaType.WAV)).path();

            ByteBuffer head = ByteBuffer.wrap(Files.readAllBytes(fitted)).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(head.getShort(22)).as("channels").isEqualTo((short) channels);
            assertThat(head.getInt(24)).as("samples a second").isEqualTo(Math.min(rate, 48_000));
        }

        @Test
        void nothingThatTheRecorderWroteAboutItselfGoesAlong() throws Exception {
            byte[] song = made("mono", 44_100, "-metadata", "artist=Ada", "-metadata", "title=At home", "-metadata", "location=" + Fixtures.PLACE);
            MediaFile sound = gallery.stored("song.flac", song);
            for (MediaType taken : List.of(MediaType.WAV, MediaType.MP3)) {
                Path fitted = gallery.cabinet.fit(reference(sound), model(MEGABYTES, taken)).path();

                assertThat(Fixtures.text(Files.readAllBytes(fitted))).doesNotContain("Ada", "At home", Fixtures.PLACE, "LIST", "ID3");
            }
        }

        @Test
        void aVoiceThatIsTooLongIsRefusedByItsLengthAlone() throws Exception {
            Capabilities model = model(MEGABYTES, MediaType.WAV, MediaType.MP3);

            assertThat(faults(gallery, gallery.stored("a.flac", made("mono", 8_000, "-af", "apad=whole_dur=20")), model))
                    .containsExactly("audio 1 lasts 20 s; this model takes 0.5 to 15 s");
            assertThat(faults(gallery, gallery.stored("b.flac", made("mono", 8_000, "-af", "apad=whole_dur=200")), model))
                    .containsExactly("audio 1 lasts 200 s; this model takes 0.5 to 15 s");
        }

        @ParameterizedTest
        @ValueSource(strings = {"opus.ogg", "vorbis.ogg", "tone.m4a"})
        void aSoundThatCannotBeHeardIsRefusedWithASentenceWhenItIsSent(String name) throws IOException {
            byte[] noise = Fixtures.file(name);
            new Random(7).ints(noise.length / 2, 0, noise.length * 2 / 3).forEach(at -> noise[600 + at % (noise.length - 1200)] = (byte) at);

            assertThat(gallery.refused("voice", noise)).contains("“voice”", "cannot be read");
            assertThat(gallery.files()).isEmpty();
        }

        @Test
        void aSoundOfWhichMuchCannotBeHeardIsRefused() throws IOException {
            assertThat(gallery.refused("voice.ogg", lasting(40, Fixtures.file("opus.ogg"))))
                    .isEqualTo("“voice.ogg” is meant to be OGG but is damaged and cannot be read.");
        }

        @Test
        void aSoundThatIsLongerThanItSaysIsKnownByItsTrueLength() throws IOException {
            MediaFile voice = gallery.stored("voice.ogg", lasting(1, Fixtures.file("opus.ogg")));

            assertThat(voice.info().type()).isEqualTo(MediaType.OGG);
            assertThat(voice.info().duration().orElseThrow()).isBetween(Duration.ofMillis(2_900), Duration.ofMillis(3_100));
        }

        @Test
        void aRecordingThatWasStreamedAndDoesNotSayItsLengthIsKnownByIt() throws Exception {
            byte[] m4a = recorded("aac", "-movflags", "frag_keyframe+empty_moov", "-f", "mp4", "-brand", "M4A ");
            byte[] flac = made("mono", 8_000);
            Arrays.fill(flac, 22, 26, (byte) 0);

            assertThat(gallery.stored("memo.m4a", m4a).info()).satisfies(info -> {
                assertThat(info.type()).isEqualTo(MediaType.M4A);
                assertThat(info.duration().orElseThrow()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1_150));
            });
            assertThat(gallery.stored("memo.flac", flac).info().duration()).contains(Duration.ofSeconds(1));
        }

        @Test
        void aVoiceWhoseEndIsMissingIsNotTakenForAShorterOne() throws IOException {
            byte[] voice = Fixtures.file("opus.ogg");

            assertThat(gallery.refused("voice.ogg", Arrays.copyOf(voice, voice.length * 3 / 4))).contains("cut off");
        }

        @Test
        void whatLiedAboutItsLengthUnheardIsNotSentToAModelThatTakesNothingSoLong() throws IOException {
            Gallery deaf = Gallery.in(home, Ffmpeg.on(""));
            MediaFile liar = deaf.stored("voice.ogg", lasting(1, Fixtures.file("opus.ogg")));
            MediaRules rules = rules(MEGABYTES, Duration.ofMillis(500), Duration.ofSeconds(2), MediaType.WAV);

            assertThat(faults(gallery, liar, model(rules))).isEmpty();
            assertThatThrownBy(() -> gallery.cabinet.fit(reference(liar), model(rules))).isInstanceOf(UnusableFileException.class);
        }

        @Test
        void noiseThatLooksLikeAVoiceNeverEndsInAFault() throws IOException {
            Random random = new Random(11);
            for (int round = 0; round < 25; round++) {
                byte[] voice = Fixtures.file(round % 2 == 0 ? "opus.ogg" : "vorbis.ogg");
                for (int change = 0; change <= round * 3; change++) {
                    voice[100 + random.nextInt(voice.length - 100)] = (byte) random.nextInt(256);
                }

                MediaLibrary.Intake intake = gallery.take("voice.ogg", voice);

                if (intake instanceof MediaLibrary.Intake.Stored stored) {
                    MediaFile fitted = gallery.cabinet.fit(reference(stored.file()), model(MEGABYTES, MediaType.WAV));
                    assertThat(fitted.info().duration().orElseThrow()).isBetween(Duration.ofMillis(2_400), Duration.ofMillis(3_600));
                } else {
                    assertThat(gallery.refused(intake)).contains("“voice.ogg”").doesNotContain("could not be stored");
                }
            }
        }

        private byte[] recorded(String coder, String... options) throws Exception {
            Path made = home.resolve("recorded");
            List<String> command = new ArrayList<>(List.of("ffmpeg", "-loglevel", "error", "-y", "-f", "lavfi", "-i", "sine=d=1", "-c:a", coder));
            command.addAll(List.of(options));
            command.add(made.toString());
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
            return Files.readAllBytes(made);
        }

        /** A second of a tone as FLAC. */
        private byte[] made(String layout, int rate, String... options) throws Exception {
            Path made = home.resolve(layout + rate + options.length + ".flac");
            List<String> command = new ArrayList<>(List.of(
                    "ffmpeg", "-loglevel", "error", "-y", "-f", "lavfi", "-i", "aevalsrc=0.1*sin(880*t):d=1:s=" + rate + ",aformat=channel_layouts=" + layout));
            command.addAll(List.of(options));
            command.add(made.toString());
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
            return Files.readAllBytes(made);
        }
    }

    @Test
    void withoutFfmpegAVoiceIsKeptAndItsSpeakerReadsWhatToSendInstead() throws IOException {
        Gallery gallery = Gallery.in(home, Ffmpeg.on(""));
        MediaFile voice = gallery.stored("voice.ogg", Fixtures.file("opus.ogg"));
        Capabilities model = model(MEGABYTES, MediaType.WAV, MediaType.MP3);

        assertThat(faults(gallery, voice, model))
                .containsExactly("audio 1 is OGG, which this server cannot convert; send it as WAV, MP3");
        assertThat(notes(gallery, voice, model)).isEmpty();
        assertThatThrownBy(() -> gallery.cabinet.fit(reference(voice), model)).isInstanceOf(UnusableFileException.class);
    }

    /** The same voice, whose last page says that it ends after so many seconds. */
    private static byte[] lasting(int seconds, byte[] opus) {
        byte[] voice = opus.clone();
        int last = Fixtures.text(voice).lastIndexOf("OggS");
        ByteBuffer.wrap(voice).order(ByteOrder.LITTLE_ENDIAN).putLong(last + 6, 48_000L * seconds);
        byte[] page = Arrays.copyOfRange(voice, last, voice.length);
        OggPage.seal(page);
        System.arraycopy(page, 0, voice, last, page.length);
        return voice;
    }

    private static List<String> faults(Gallery gallery, MediaFile file, Capabilities model) {
        return gallery.cabinet.check(List.of(reference(file)), model).stream().map(gallery::say).toList();
    }

    private static List<String> notes(Gallery gallery, MediaFile file, Capabilities model) {
        return gallery.cabinet.adjustments(List.of(reference(file)), model).stream().map(gallery::say).toList();
    }

    private static Reference reference(MediaFile file) {
        return new Reference(1, Role.REFERENCE, file.info());
    }

    private static Capabilities model(long maxBytes, MediaType... types) {
        return model(rules(maxBytes, Duration.ofMillis(500), Duration.ofSeconds(15), types));
    }

    private static MediaRules rules(long maxBytes, Duration min, Duration max, MediaType... types) {
        return new MediaRules(
                3, maxBytes, Set.of(types), MediaRules.PixelRules.any(), new MediaRules.LengthRules(min, max, Duration.ofSeconds(15)));
    }

    private static Capabilities model(MediaRules rules) {
        Capabilities like = ReferenceCheckTest.model();
        return new Capabilities(
                Set.of(), Map.of(MediaKind.AUDIO, rules), List.of(5), like.ratios(), like.resolutions(), 1000, Set.of());
    }
}
