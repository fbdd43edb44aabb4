package org.spoolbot.providers.sandbox.reference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.spoolbot.providers.sandbox.render.ClipPlan.FrameSize;

/**
 * Length and size out of the index of an mp4 or mov file.
 *
 * @param seconds length of the film
 * @param size size of the largest track
 */
record Mp4Facts(OptionalDouble seconds, Optional<FrameSize> size) {

    private static final int LARGEST_INDEX = 16 * 1024 * 1024;
    private static final Set<String> CONTAINERS = Set.of("moov", "trak");

    static Mp4Facts read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Reader reader = new Reader();
            long at = 0;
            while (at + 16 <= channel.size()) {
                ByteBuffer header = bytes(channel, at, 16);
                long length = Integer.toUnsignedLong(header.getInt(0));
                length = length == 1 ? header.getLong(8) : length;
                if (length < 8) {
                    break;
                }
                if (type(header, 4).equals("moov") && length <= LARGEST_INDEX && at + length <= channel.size()) {
                    reader.walk(bytes(channel, at, (int) length), 0, (int) length);
                }
                at += length;
            }
            return reader.facts();
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("file ends early");
            }
        }
        return buffer.flip();
    }

    private static String type(ByteBuffer buffer, int at) {
        byte[] name = new byte[4];
        buffer.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static final class Reader {
        private OptionalDouble seconds = OptionalDouble.empty();
        private Optional<FrameSize> size = Optional.empty();

        Mp4Facts facts() {
            return new Mp4Facts(seconds, size);
        }

        void walk(ByteBuffer index, int from, int to) throws IOException {
            int at = from;
            while (at + 8 <= to) {
                int length = index.getInt(at);
                if (length < 8 || length > to - at) {
                    throw new IOException("damaged index");
                }
                String type = type(index, at + 4);
                if (CONTAINERS.contains(type)) {
                    walk(index, at + 8, at + length);
                } else if (type.equals("mvhd") && length >= 40) {
                    readLength(index, at + 8);
                } else if (type.equals("tkhd") && length >= 92) {
                    readSize(index, at + length - 8);
                }
                at += length;
            }
        }

        private void readLength(ByteBuffer index, int at) {
            boolean wide = index.get(at) == 1;
            long scale = Integer.toUnsignedLong(index.getInt(at + (wide ? 20 : 12)));
            long length = wide ? index.getLong(at + 24) : Integer.toUnsignedLong(index.getInt(at + 16));
            if (scale > 0 && length > 0) {
                seconds = OptionalDouble.of((double) length / scale);
            }
        }

        private void readSize(ByteBuffer index, int at) {
            FrameSize track = new FrameSize(index.getInt(at) >>> 16, index.getInt(at + 4) >>> 16);
            boolean larger = size.isEmpty() || track.width() > size.get().width();
            if (track.width() > 0 && track.height() > 0 && larger) {
                size = Optional.of(track);
            }
        }
    }
}
