package org.spoolbot.engine.media;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Blanks the Exif and XMP items of a HEIC or AVIF picture; how it is turned is told elsewhere and stays. */
final class HeifItems {
    private static final int MOST = 10_000;
    private static final int MOST_EXTENTS = 1000;

    private final OpenFile file;
    private final Box meta;

    private HeifItems(OpenFile file, Box meta) {
        this.file = file;
        this.meta = meta;
    }

    static void scrub(OpenFile file) throws IOException {
        Optional<Box> meta = Box.first(Box.of(file), "meta");
        if (meta.isPresent()) {
            new HeifItems(file, meta.get()).scrub();
        }
    }

    private void scrub() throws IOException {
        Optional<Box> names = child("iinf");
        Optional<Box> places = child("iloc");
        if (names.isPresent() && places.isPresent()) {
            blank(places.get(), metadata(names.get()));
        }
    }

    private Optional<Box> child(String type) throws IOException {
        return Box.first(meta.childrenAfter(file, 4), type);
    }

    private Set<Long> metadata(Box names) throws IOException {
        Set<Long> items = new HashSet<>();
        int head = file.small(names.body(), 1) == 0 ? 6 : 8;
        for (Box entry : names.childrenAfter(file, head)) {
            int idBytes = file.small(entry.body(), 1) >= 3 ? 4 : 2;
            String type = file.text(entry.body() + 4 + idBytes + 2, 4);
            if (type.equals("Exif") || type.equals("mime")) {
                items.add(file.number(entry.body() + 4, idBytes));
            }
        }
        return items;
    }

    private void blank(Box places, Set<Long> items) throws IOException {
        int version = file.small(places.body(), 1);
        int wide = version < 2 ? 2 : 4;
        Cursor cursor = new Cursor(places.body() + 4);
        int widths = (int) cursor.take(2);
        Widths sizes = new Widths(widths >> 12, widths >> 8 & 0xF, widths >> 4 & 0xF, version == 0 ? 0 : widths & 0xF);
        long count = Math.min(MOST, cursor.take(wide));
        for (long index = 0; index < count; index++) {
            long id = cursor.take(wide);
            long method = version == 0 ? 0 : cursor.take(2) & 0xF;
            cursor.take(2);
            long base = cursor.take(sizes.base) + (method == 1 ? dataStart() : 0);
            extents(cursor, sizes, base, items.contains(id) && method < 2);
        }
    }

    private void extents(Cursor cursor, Widths sizes, long base, boolean blank) throws IOException {
        long count = Math.min(MOST_EXTENTS, cursor.take(2));
        for (long index = 0; index < count; index++) {
            cursor.take(sizes.index);
            long from = base + cursor.take(sizes.offset);
            long length = cursor.take(sizes.length);
            if (blank) {
                file.blank(from, from + length);
            }
        }
    }

    private long dataStart() throws IOException {
        return child("idat").map(Box::body).orElse(file.length());
    }

    private record Widths(int offset, int length, int base, int index) {}

    private final class Cursor {
        private long at;

        Cursor(long at) {
            this.at = at;
        }

        long take(int count) throws IOException {
            long value = file.number(at, count);
            at += count;
            return value;
        }
    }
}
