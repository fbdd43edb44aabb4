package org.spoolbot.providers.sandbox.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Length of an mp3 file, by walking over all of its frames: right for constant and for variable bit rates. */
final class Mp3Length {

    private static final int[] RATES_FIRST = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] RATES_SECOND = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] SAMPLES = {44_100, 48_000, 32_000};
    private static final int FEWEST_FRAMES = 3;

    private Mp3Length() {}

    static OptionalDouble seconds(Path file) throws IOException {
        byte[] data = Files.readAllBytes(file);
        int at = afterTag(data);
        double seconds = 0;
        int frames = 0;
        while (at + 4 <= data.length) {
            Frame frame = frame(data, at);
            if (frame.length() == 0) {
                break;
            }
            seconds += frame.seconds();
            frames++;
            at += frame.length();
        }
        return frames < FEWEST_FRAMES ? OptionalDouble.empty() : OptionalDouble.of(seconds);
    }

    private record Frame(int length, double seconds) {}

    private static int afterTag(byte[] data) {
        if (data.length < 10 || data[0] != 'I' || data[1] != 'D' || data[2] != '3') {
            return 0;
        }
        return 10 + ((data[6] & 127) << 21 | (data[7] & 127) << 14 | (data[8] & 127) << 7 | data[9] & 127);
    }

    private static Frame frame(byte[] data, int at) {
        Frame none = new Frame(0, 0);
        boolean marked = (data[at] & 255) == 255 && (data[at + 1] & 0xE0) == 0xE0;
        int version = data[at + 1] >> 3 & 3;
        int layer = data[at + 1] >> 1 & 3;
        int rate = data[at + 2] >> 4 & 15;
        int sampling = data[at + 2] >> 2 & 3;
        if (!marked || version == 1 || layer != 1 || rate == 0 || rate == 15 || sampling == 3) {
            return none;
        }
        boolean first = version == 3;
        int samples = SAMPLES[sampling] >> (first ? 0 : version == 2 ? 1 : 2);
        int kilobits = first ? RATES_FIRST[rate] : RATES_SECOND[rate];
        int perFrame = first ? 1152 : 576;
        int length = perFrame / 8 * kilobits * 1000 / samples + (data[at + 2] >> 1 & 1);
        return new Frame(length, (double) perFrame / samples);
    }
}
