package org.spoolbot.providers.sandbox.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.spoolbot.providers.sandbox.render.ClipPlan.FrameSize;
import org.spoolbot.providers.sandbox.render.Pictures;
import org.spoolbot.providers.sandbox.render.Tile.Kind;

/** Tells what a file is by its content, and how large or long. */
final class MediaProbe {

    private MediaProbe() {}

    static Facts probe(Kind kind, ReferenceLimits limits, Path file, Bytes head) throws UnusableReference, IOException {
        return switch (kind) {
            case IMAGE -> image(limits, file, head);
            case VIDEO -> video(limits, file, head);
            case AUDIO -> audio(limits, file, head);
        };
    }

    private static void checkFormat(ReferenceLimits limits, String format) throws UnusableReference {
        if (!limits.takes(format)) {
            throw new UnusableReference("a " + format + " is not taken");
        }
    }

    private static Facts image(ReferenceLimits limits, Path file, Bytes head) throws UnusableReference {
        Optional<String> unread = unreadFormat(head);
        if (unread.isPresent()) {
            checkFormat(limits, unread.get());
            return new Facts(unread.get(), Optional.empty(), OptionalDouble.empty());
        }
        try {
            FrameSize size = Pictures.size(file).orElseThrow(() -> new UnusableReference("it is not a picture"));
            checkFormat(limits, pictureFormat(head));
            checkSides(size);
            Pictures.cover(file, 64, 64);
            return new Facts(size.width() + " x " + size.height(), Optional.of(size), OptionalDouble.empty());
        } catch (IOException | RuntimeException e) {
            throw new UnusableReference("the picture is damaged");
        }
    }

    private static String pictureFormat(Bytes head) {
        if (head.text(0, 3).equals("\u00FF\u00D8\u00FF")) {
            return "jpeg";
        }
        if (head.text(1, 3).equals("PNG")) {
            return "png";
        }
        if (head.text(0, 3).equals("GIF")) {
            return "gif";
        }
        return head.text(0, 2).equals("BM") ? "bmp" : "tiff";
    }

    /** Formats that gateways take and Java cannot draw: they become a tile without a picture. */
    private static Optional<String> unreadFormat(Bytes head) {
        if (head.text(0, 4).equals("RIFF") && head.text(8, 4).equals("WEBP")) {
            return Optional.of("webp");
        }
        String brand = head.text(8, 4);
        boolean heif = head.text(4, 4).equals("ftyp") && (brand.startsWith("hei") || brand.startsWith("mif") || brand.startsWith("hev"));
        return heif ? Optional.of("heic") : Optional.empty();
    }

    private static void checkSides(FrameSize size) throws UnusableReference {
        int shorter = Math.min(size.width(), size.height());
        int longer = Math.max(size.width(), size.height());
        if (shorter < 300 || longer > 6000) {
            throw new UnusableReference("sides of 300 to 6000 pixels are allowed, it has " + size.width() + " x " + size.height());
        }
        double ratio = (double) size.width() / size.height();
        if (ratio < 0.4 || ratio > 2.5) {
            throw new UnusableReference("a ratio of 0.4 to 2.5 is allowed, it has " + size.width() + " x " + size.height());
        }
    }

    private static Facts video(ReferenceLimits limits, Path file, Bytes head) throws UnusableReference, IOException {
        if (!head.text(4, 4).equals("ftyp")) {
            throw new UnusableReference("it is neither mp4 nor mov");
        }
        Mp4Facts facts = Mp4Facts.read(file);
        double seconds = facts.seconds().orElseThrow(() -> new UnusableReference("its length cannot be read"));
        checkLength(seconds);
        FrameSize size = facts.size().orElseThrow(() -> new UnusableReference("it has no picture track"));
        checkSides(size);
        if (!limits.takesArea((long) size.width() * size.height())) {
            throw new UnusableReference(limits.leastPixels() + " to " + limits.mostPixels() + " pixels are allowed, it has " + size.width()
                    + " x " + size.height());
        }
        String format = head.text(8, 4).strip().equals("qt") ? "mov" : "mp4";
        checkFormat(limits, format);
        return new Facts(format, Optional.of(size), OptionalDouble.of(seconds));
    }

    private static Facts audio(ReferenceLimits limits, Path file, Bytes head) throws UnusableReference, IOException {
        boolean wav = head.text(0, 4).equals("RIFF") && head.text(8, 4).equals("WAVE");
        OptionalDouble seconds = wav ? WavLength.seconds(head) : Mp3Length.seconds(file);
        double length = seconds.orElseThrow(() -> new UnusableReference("it is neither wav nor mp3"));
        checkLength(length);
        checkFormat(limits, wav ? "wav" : "mp3");
        return new Facts(wav ? "wav" : "mp3", Optional.empty(), OptionalDouble.of(length));
    }

    private static void checkLength(double seconds) throws UnusableReference {
        if (seconds < 1.95 || seconds > 15.1) {
            throw new UnusableReference(String.format(Locale.ROOT, "2 to 15 seconds are allowed, it has %.2f", seconds));
        }
    }

    /**
     * The beginning of a file.
     *
     * @param data at most a few kilobytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] data) {
        String text(int from, int length) {
            return from + length <= data.length ? new String(data, from, length, StandardCharsets.ISO_8859_1) : "";
        }

        long littleEndian(int from, int length) {
            long value = 0;
            for (int index = length - 1; index >= 0; index--) {
                value = value << 8 | data[from + index] & 255;
            }
            return value;
        }
    }
}
