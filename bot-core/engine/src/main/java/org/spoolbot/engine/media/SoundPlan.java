package org.spoolbot.engine.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.provider.MediaRules;

/**
 * Into what a sound is turned so that a model takes it.
 *
 * @param needed whether anything has to be done at all
 * @param attempts from the best to the smallest; empty if the sound cannot be made to fit
 */
record SoundPlan(boolean needed, List<MediaType> attempts) {
    /** Of what is longer nothing is converted. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    static final int RATE = 48_000;
    static final int MP3_BITS = 192_000;
    private static final long WAV_BITS = RATE * 16L * 2;

    SoundPlan {
        attempts = List.copyOf(attempts);
    }

    /** Whether the sound goes as it is or can be made to. */
    boolean works() {
        return !needed || !attempts.isEmpty();
    }

    static SoundPlan of(MediaInfo sound, MediaRules rules, boolean soundsAreConverted) {
        boolean asItIs = rules.types().contains(sound.type()) && sound.bytes() <= rules.maxBytes();
        Duration length = sound.duration().orElse(Duration.ZERO);
        if (asItIs || !soundsAreConverted || !Ffmpeg.hears(sound.type()) || length.compareTo(LONGEST) > 0) {
            return new SoundPlan(!asItIs, List.of());
        }
        List<MediaType> attempts = new ArrayList<>();
        // Without loss and to the sample as long as it was; an MP3 is some hundredths of a second longer.
        if (rules.types().contains(MediaType.WAV) && bytes(length, WAV_BITS) < rules.maxBytes()) {
            attempts.add(MediaType.WAV);
        }
        if (rules.types().contains(MediaType.MP3) && bytes(length, MP3_BITS) < rules.maxBytes()) {
            attempts.add(MediaType.MP3);
        }
        return new SoundPlan(true, attempts);
    }

    private static long bytes(Duration length, long bitsPerSecond) {
        return length.toMillis() * bitsPerSecond / 1000 / Byte.SIZE;
    }
}
