package org.spoolbot.engine.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;

/** Measures WEBM and blanks its tags. */
final class Webm {
    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549A966L;
    private static final long TIMESTAMP_SCALE = 0x2AD7B1L;
    private static final long DURATION = 0x4489L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK = 0xAEL;
    private static final long VIDEO = 0xE0L;
    private static final long WIDTH = 0xB0L;
    private static final long HEIGHT = 0xBAL;
    private static final long TAGS = 0x1254C367L;
    private static final long ATTACHMENTS = 0x1941A469L;
    private static final double NANOS = 1_000_000_000;
    private static final long USUAL_SCALE = 1_000_000;
    private static final int MOST = 100_000;

    private Webm() {}

    static Measured measure(OpenFile file) throws IOException {
        List<Element> segment = segment(file);
        Optional<Element> tracks = first(segment, TRACKS);
        if (tracks.isEmpty()) {
            throw UnfitException.cutOff();
        }
        Optional<PixelSize> size = size(file, tracks.get());
        if (size.isEmpty()) {
            throw UnfitException.noTracks(MediaType.WEBM);
        }
        Optional<Element> info = first(segment, INFO);
        return new Measured(MediaType.WEBM, size, info.isEmpty() ? Optional.empty() : duration(file, info.get()));
    }

    static void scrub(OpenFile file) throws IOException {
        for (Element element : segment(file)) {
            if (element.id == TAGS || element.id == ATTACHMENTS) {
                voidOut(file, element);
            }
        }
    }

    /** A void element of the same length: one byte of id, eight of length. */
    private static void voidOut(OpenFile file, Element element) throws IOException {
        int header = 9;
        file.blank(element.start, element.end);
        long length = element.end - element.start - header;
        if (length < 0) {
            return;
        }
        file.put(element.start, (byte) 0xEC, (byte) 0x01);
        for (int index = 0; index < 7; index++) {
            file.put(element.start + 2 + index, (byte) (length >> (6 - index) * Byte.SIZE));
        }
    }

    private static Optional<java.time.Duration> duration(OpenFile file, Element info) throws IOException {
        List<Element> children = children(file, info.body, info.end);
        Optional<Element> units = first(children, DURATION);
        if (units.isEmpty()) {
            return Optional.empty();
        }
        Optional<Element> scale = first(children, TIMESTAMP_SCALE);
        long nanos = scale.isEmpty() ? USUAL_SCALE : number(file, scale.get());
        return Measured.length(floating(file, units.get()), NANOS / nanos);
    }

    private static Optional<PixelSize> size(OpenFile file, Element tracks) throws IOException {
        for (Element track : children(file, tracks.body, tracks.end)) {
            if (track.id == TRACK) {
                Optional<Element> video = first(children(file, track.body, track.end), VIDEO);
                if (video.isPresent()) {
                    return sizeOf(file, children(file, video.get().body, video.get().end));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PixelSize> sizeOf(OpenFile file, List<Element> video) throws IOException {
        Optional<Element> width = first(video, WIDTH);
        Optional<Element> height = first(video, HEIGHT);
        if (width.isEmpty() || height.isEmpty()) {
            throw UnfitException.broken(MediaType.WEBM);
        }
        return Optional.of(Measured.size(MediaType.WEBM, number(file, width.get()), number(file, height.get())));
    }

    private static long number(OpenFile file, Element element) throws IOException {
        return file.number(element.body, (int) Math.min(8, element.end - element.body));
    }

    private static double floating(OpenFile file, Element element) throws IOException {
        long length = element.end - element.body;
        return length == 4
                ? Float.intBitsToFloat((int) file.number(element.body, 4))
                : Double.longBitsToDouble(file.number(element.body, 8));
    }

    private static List<Element> segment(OpenFile file) throws IOException {
        Element segment = first(children(file, 0, file.length()), SEGMENT).orElseThrow(UnfitException::cutOff);
        return children(file, segment.body, segment.end);
    }

    private static Optional<Element> first(List<Element> elements, long id) {
        return elements.stream().filter(element -> element.id == id).findFirst();
    }

    /** Up to the first element whose length is not told: such ones come last, from recorders that never went back. */
    private static List<Element> children(OpenFile file, long from, long to) throws IOException {
        List<Element> elements = new ArrayList<>();
        long at = from;
        while (at < to && elements.size() < MOST) {
            Element element = at(file, at, to);
            if (element.end > to) {
                throw UnfitException.cutOff();
            }
            elements.add(element);
            at = element.end;
        }
        return elements;
    }

    private static Element at(OpenFile file, long at, long to) throws IOException {
        int idBytes = width(file.small(at, 1));
        int first = file.small(at + idBytes, 1);
        int lengthBytes = width(first);
        long known = (1L << 7 * lengthBytes) - 1;
        long length = file.number(at + idBytes, lengthBytes) & known;
        long body = at + idBytes + lengthBytes;
        return new Element(file.number(at, idBytes), at, body, length == known ? to : body + length);
    }

    private static int width(int first) throws UnfitException {
        int width = Integer.numberOfLeadingZeros(first) - 23;
        if (width > 8) {
            throw UnfitException.broken(MediaType.WEBM);
        }
        return width;
    }

    private record Element(long id, long start, long body, long end) {}
}
