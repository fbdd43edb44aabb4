package org.spoolbot.providers.sandbox.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The sound of every clip: a short loop of AAC frames, made from sine tones, that is repeated as often as needed. */
final class AdtsLoop {

    static final int SAMPLE_RATE = 44_100;
    static final int SAMPLES_PER_FRAME = 1_024;

    private final List<byte[]> frames;

    private AdtsLoop(List<byte[]> frames) {
        this.frames = frames;
    }

    static AdtsLoop load() throws IOException {
        try (InputStream sound = AdtsLoop.class.getResourceAsStream("/org/spoolbot/providers/sandbox/sound/pad.aac")) {
            if (sound == null) {
                throw new IOException("resource pad.aac is missing");
            }
            return new AdtsLoop(split(sound.readAllBytes()));
        }
    }

    private static List<byte[]> split(byte[] stream) {
        List<byte[]> frames = new ArrayList<>();
        int at = 0;
        while (at + 7 <= stream.length) {
            int length = (stream[at + 3] & 3) << 11 | (stream[at + 4] & 255) << 3 | (stream[at + 5] & 255) >> 5;
            byte[] frame = new byte[length];
            System.arraycopy(stream, at, frame, 0, length);
            frames.add(frame);
            at += length;
        }
        return frames;
    }

    ByteBuffer frame(int number) {
        return ByteBuffer.wrap(frames.get(number % frames.size()).clone());
    }

    static int framesUntil(double seconds) {
        return (int) (seconds * SAMPLE_RATE / SAMPLES_PER_FRAME);
    }
}
