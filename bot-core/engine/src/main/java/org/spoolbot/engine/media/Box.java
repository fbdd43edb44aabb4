package org.spoolbot.engine.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box of an ISO media file.
 *
 * @param type its four characters
 * @param start where its header begins
 * @param body where its content begins
 * @param end after its last byte
 */
record Box(String type, long start, long body, long end) {
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;
    private static final int MOST = 100_000;

    /** The boxes of a file; a box that reaches beyond its end means that the file is cut off. */
    static List<Box> of(OpenFile file) throws IOException {
        return between(file, 0, file.length());
    }

    List<Box> children(OpenFile file) throws IOException {
        return between(file, body, end);
    }

    /** The children of a box that begins with a version and flags. */
    List<Box> childrenAfter(OpenFile file, int skipped) throws IOException {
        return between(file, body + skipped, end);
    }

    Optional<Box> child(OpenFile file, String wanted) throws IOException {
        return first(children(file), wanted);
    }

    /** The box at a path of types below this one. */
    Optional<Box> below(OpenFile file, String... path) throws IOException {
        Box box = this;
        for (String step : path) {
            Optional<Box> next = box.child(file, step);
            if (next.isEmpty()) {
                return next;
            }
            box = next.get();
        }
        return Optional.of(box);
    }

    static Optional<Box> first(List<Box> boxes, String wanted) {
        return boxes.stream().filter(box -> box.type().equals(wanted)).findFirst();
    }

    /** Takes the box out of the file without moving anything. */
    void free(OpenFile file) throws IOException {
        file.put(start + 4, "free");
        file.blank(body, end);
    }

    private static List<Box> between(OpenFile file, long from, long to) throws IOException {
        List<Box> boxes = new ArrayList<>();
        long at = from;
        while (to - at >= HEADER) {
            Box box = at(file, at, to);
            if (box.end > to || box.end < box.body || boxes.size() >= MOST) {
                throw UnfitException.cutOff();
            }
            boxes.add(box);
            at = box.end;
        }
        return boxes;
    }

    private static Box at(OpenFile file, long at, long to) throws IOException {
        long size = file.number(at, 4);
        String type = file.text(at + 4, 4);
        if (size == 1) {
            long end = at + file.number(at + HEADER, 8);
            return new Box(type, at, at + LONG_HEADER, end);
        }
        return new Box(type, at, at + HEADER, size == 0 ? to : at + size);
    }
}
