package org.spoolbot.engine.media;

import java.io.IOException;
import java.util.Optional;

/** Blanks what a track of a movie holds, as its tables say where that lies. */
final class Samples {
    private static final int MOST = 1_000_000;
    private static final int GROUP = 12;

    private Samples() {}

    static void blank(OpenFile file, Box track) throws IOException {
        Optional<Box> table = track.below(file, "mdia", "minf", "stbl");
        if (table.isEmpty()) {
            return;
        }
        Optional<Box> sizes = table.get().child(file, "stsz");
        Optional<Box> groups = table.get().child(file, "stsc");
        Optional<Box> near = table.get().child(file, "stco");
        Optional<Box> chunks = near.isPresent() ? near : table.get().child(file, "co64");
        if (sizes.isPresent() && groups.isPresent() && chunks.isPresent()) {
            new Walk(file, sizes.get().body(), groups.get().body(), chunks.get().body(), near.isPresent() ? 4 : 8).blank();
        }
    }

    private record Walk(OpenFile file, long sizes, long groups, long chunks, int offsetBytes) {
        void blank() throws IOException {
            long chunkCount = count(chunks);
            long groupCount = count(groups);
            long group = 0;
            long sample = 0;
            for (long chunk = 0; chunk < chunkCount && sample < MOST; chunk++) {
                while (group + 1 < groupCount && firstChunk(group + 1) <= chunk + 1) {
                    group++;
                }
                long next = Math.min(MOST, sample + file.number(groups + 8 + group * GROUP + 4, 4));
                blankChunk(chunk, sample, next);
                sample = next;
            }
        }

        private long count(long box) throws IOException {
            return Math.min(MOST, file.number(box + 4, 4));
        }

        private long sizeOf(long sample) throws IOException {
            long same = file.number(sizes + 4, 4);
            if (same > 0) {
                return same;
            }
            return sample < file.number(sizes + 8, 4) ? file.number(sizes + 12 + sample * 4, 4) : 0;
        }

        private void blankChunk(long chunk, long first, long next) throws IOException {
            long from = file.number(chunks + 8 + chunk * offsetBytes, offsetBytes);
            long to = from;
            for (long sample = first; sample < next; sample++) {
                to += sizeOf(sample);
            }
            file.blank(from, to);
        }

        /** A group of chunks alike goes from its first chunk to the next group's; chunks are counted from 1. */
        private long firstChunk(long group) throws IOException {
            return file.number(groups + 8 + group * GROUP, 4);
        }
    }
}
