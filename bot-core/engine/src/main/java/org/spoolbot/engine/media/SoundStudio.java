package org.spoolbot.engine.media;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.MediaRules;

/** Turns sounds into types that models take, where ffmpeg is installed, and finds out beforehand whether they can be heard. */
final class SoundStudio {
    private static final Duration TOLERANCE = Duration.ofMillis(500);
    /** A little more than is ever used, so that what is too long is seen to be. */
    private static final Duration DECODED = SoundPlan.LONGEST.plusSeconds(1);
    private static final Duration RUN = Duration.ofSeconds(30);
    /** An upload waits no longer than that for others; then it is taken unheard. */
    private static final Ffmpeg.Patience AT_INTAKE = new Ffmpeg.Patience(Duration.ofSeconds(10), RUN);
    private static final Ffmpeg.Patience FOR_AN_ORDER = new Ffmpeg.Patience(Duration.ofMinutes(5), RUN);
    private static final String EARS = "aformat=channel_layouts=mono|stereo:sample_rates=" + SoundPlan.RATE + "|44100|32000";
    private static final List<String> SMALL_WAV = List.of("-ac", "1", "-ar", "8000", "-c:a", "pcm_u8", "-f", "wav");
    private static final List<String> WAV =
            List.of("-af", EARS + "|24000|22050|16000|12000|11025|8000", "-c:a", "pcm_s16le", "-f", "wav");
    private static final List<String> MP3 =
            List.of("-af", EARS, "-c:a", "libmp3lame", "-b:a", "" + SoundPlan.MP3_BITS, "-id3v2_version", "0", "-f", "mp3");

    private final Ffmpeg ffmpeg;
    private final Shelf shelf;
    private final Catalogue catalogue;

    @Inject
    SoundStudio(Ffmpeg ffmpeg, Shelf shelf, Catalogue catalogue) {
        this.ffmpeg = ffmpeg;
        this.shelf = shelf;
        this.catalogue = catalogue;
    }

    /** Whether sounds are converted here at all. */
    boolean isOpen() {
        return ffmpeg.isInstalled();
    }

    /**
     * Listens to a sound that models do not take as it is, so that its sender hears at once what is wrong with it. One that can be heard
     * for longer than it says, or does not say how long, is written anew in its place.
     */
    Measured listen(Path work, Measured claimed) throws IOException {
        if (!Ffmpeg.hears(claimed.type())) {
            return claimed;
        }
        Path heard = shelf.newWorkFile(".wav");
        try {
            return switch (run(work, claimed.type(), SMALL_WAV, heard, AT_INTAKE)) {
                case DONE -> agreed(work, claimed, Prober.measure(heard, MediaType.WAV));
                case FAILED -> throw UnfitException.broken(claimed.type());
                case NOT_RUN -> claimed;
            };
        } finally {
            Shelf.delete(heard);
        }
    }

    private Measured agreed(Path work, Measured claimed, Measured heard) throws IOException {
        Duration length = heard.duration().orElseThrow(() -> UnfitException.broken(claimed.type()));
        if (lasts(claimed, length)) {
            return claimed;
        }
        if (claimed.duration().filter(said -> said.compareTo(length) > 0).isPresent()) {
            throw UnfitException.broken(claimed.type());
        }
        return writtenAnew(work, claimed.type(), length);
    }

    private Measured writtenAnew(Path work, MediaType type, Duration length) throws IOException {
        Path anew = shelf.newWorkFile("." + type.extension());
        try {
            if (run(work, type, sameAgain(type), anew, AT_INTAKE) != Ffmpeg.Outcome.DONE) {
                throw UnfitException.broken(type);
            }
            Measured measured = Prober.measure(anew, type);
            if (!lasts(measured, length)) {
                throw UnfitException.broken(type);
            }
            Shelf.replace(anew, work);
            return measured;
        } finally {
            Shelf.delete(anew);
        }
    }

    private static List<String> sameAgain(MediaType type) {
        if (type == MediaType.FLAC) {
            return List.of("-c:a", "flac", "-f", "flac");
        }
        return List.of("-c:a", "copy", "-f", type == MediaType.M4A ? "ipod" : "ogg");
    }

    /** The sound as the model takes it. */
    MediaFile fit(MediaFile sound, MediaRules rules) throws IOException {
        SoundPlan plan = SoundPlan.of(sound.info(), rules, isOpen());
        if (!plan.needed()) {
            return sound;
        }
        for (MediaType type : plan.attempts()) {
            Optional<MediaFile> converted = convert(sound, type, rules);
            if (converted.isPresent()) {
                return converted.get();
            }
        }
        throw new UnusableFileException("a sound (" + sound.info().type() + ") cannot be made to fit the model");
    }

    private Optional<MediaFile> convert(MediaFile sound, MediaType type, MediaRules rules) throws IOException {
        Path work = shelf.newWorkFile("." + type.extension());
        try {
            List<String> coder = type == MediaType.WAV ? WAV : MP3;
            Ffmpeg.Outcome outcome = run(sound.path(), sound.info().type(), coder, work, FOR_AN_ORDER);
            if (outcome == Ffmpeg.Outcome.NOT_RUN) {
                throw new IOException("a sound could not be converted, because ffmpeg cannot be run or is busy");
            }
            if (outcome == Ffmpeg.Outcome.FAILED || Files.size(work) > rules.maxBytes()) {
                return Optional.empty();
            }
            Measured measured = Prober.measure(work, type);
            boolean takes = measured.duration().filter(length -> ReferenceCheck.takes(length, rules.length())).isPresent();
            return takes ? Optional.of(catalogue.add(work, measured, Shelf.Board.REFERENCES)) : Optional.empty();
        } finally {
            Shelf.delete(work);
        }
    }

    private Ffmpeg.Outcome run(Path from, MediaType type, List<String> coder, Path to, Ffmpeg.Patience patience) {
        List<String> options = new ArrayList<>(List.of("-map", "0:a:0", "-map_metadata", "-1", "-map_chapters", "-1"));
        options.addAll(List.of("-t", DECODED.toMillis() + "ms", "-fflags", "+bitexact", "-flags:a", "+bitexact"));
        options.addAll(coder);
        return ffmpeg.run(new Ffmpeg.Input(from, type), options, to, patience);
    }

    /** Whether it says so of itself; of a very long sound only the beginning is known. */
    private static boolean lasts(Measured claimed, Duration length) {
        Optional<Duration> expected = claimed.duration().map(said -> said.compareTo(DECODED) < 0 ? said : DECODED);
        return expected.filter(said -> said.minus(length).abs().compareTo(TOLERANCE) <= 0).isPresent();
    }
}
