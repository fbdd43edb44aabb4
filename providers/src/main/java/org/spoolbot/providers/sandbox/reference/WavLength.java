package org.spoolbot.providers.sandbox.reference;

import java.util.OptionalDouble;

/** Length of a wav file: size of its data by its bytes per second. */
final class WavLength {

    private WavLength() {}

    static OptionalDouble seconds(MediaProbe.Bytes head) {
        long rate = 0;
        int at = 12;
        while (at + 8 <= head.data().length) {
            long length = head.littleEndian(at + 4, 4);
            if (head.text(at, 4).equals("data")) {
                return rate == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) length / rate);
            }
            if (head.text(at, 4).equals("fmt ") && at + 20 <= head.data().length) {
                rate = head.littleEndian(at + 16, 4);
            }
            long next = at + 8 + length + (length & 1);
            if (next > head.data().length) {
                return OptionalDouble.empty();
            }
            at = (int) next;
        }
        return OptionalDouble.empty();
    }
}
