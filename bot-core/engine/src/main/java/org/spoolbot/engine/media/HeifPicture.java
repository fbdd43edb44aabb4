package org.spoolbot.engine.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.media.MediaType;

/** Measures the main picture of a HEIC or AVIF file, turned as the file says. */
final class HeifPicture {
    private static final int MOST = 10_000;

    private final OpenFile file;
    private final MediaType type;
    private final List<Box> meta;

    private HeifPicture(OpenFile file, MediaType type, List<Box> meta) {
        this.file = file;
        this.type = type;
        this.meta = meta;
    }

    static Measured measure(OpenFile file, MediaType type) throws IOException {
        Box meta = Box.first(Box.of(file), "meta").orElseThrow(UnfitException::cutOff);
        return new HeifPicture(file, type, meta.childrenAfter(file, 4)).measure();
    }

    private Measured measure() throws IOException {
        List<Box> facts = factsOf(mainPicture());
        Box size = Box.first(facts, "ispe").orElseThrow(() -> UnfitException.broken(type));
        long width = file.number(size.body() + 4, 4);
        long height = file.number(size.body() + 8, 4);
        Optional<Box> turn = Box.first(facts, "irot");
        boolean sideways = turn.isPresent() && file.small(turn.get().body(), 1) % 2 == 1;
        return sideways ? Measured.picture(type, height, width) : Measured.picture(type, width, height);
    }

    private long mainPicture() throws IOException {
        Box primary = Box.first(meta, "pitm").orElseThrow(() -> UnfitException.broken(type));
        return file.number(primary.body() + 4, file.small(primary.body(), 1) == 0 ? 2 : 4);
    }

    /** The properties that are linked to an item, by their places from 1. */
    private List<Box> factsOf(long wanted) throws IOException {
        Box properties = Box.first(meta, "iprp").orElseThrow(() -> UnfitException.broken(type));
        Box all = properties.child(file, "ipco").orElseThrow(() -> UnfitException.broken(type));
        Box links = properties.child(file, "ipma").orElseThrow(() -> UnfitException.broken(type));
        List<Box> known = all.children(file);
        List<Box> facts = new ArrayList<>();
        for (int place : places(links, wanted)) {
            if (place >= 1 && place <= known.size()) {
                facts.add(known.get(place - 1));
            }
        }
        return facts;
    }

    private List<Integer> places(Box links, long wanted) throws IOException {
        int idBytes = file.small(links.body(), 1) < 1 ? 2 : 4;
        int linkBytes = (file.small(links.body() + 3, 1) & 1) == 0 ? 1 : 2;
        int place = linkBytes == 1 ? 0x7F : 0x7FFF;
        long count = Math.min(MOST, file.number(links.body() + 4, 4));
        long at = links.body() + 8;
        for (long entry = 0; entry < count; entry++) {
            long item = file.number(at, idBytes);
            int linked = file.small(at + idBytes, 1);
            at += idBytes + 1;
            if (item == wanted) {
                return read(at, linked, linkBytes, place);
            }
            at += (long) linked * linkBytes;
        }
        return List.of();
    }

    private List<Integer> read(long start, int count, int linkBytes, int mask) throws IOException {
        List<Integer> places = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            places.add(file.small(start + (long) index * linkBytes, linkBytes) & mask);
        }
        return places;
    }
}
