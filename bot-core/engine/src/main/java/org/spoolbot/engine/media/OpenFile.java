package org.spoolbot.engine.media;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file read at any place and blanked in place, in small pieces. Reading past the end means that the file is cut off. */
final class OpenFile implements Closeable {
    private static final int PIECE = 64 * 1024;

    private final FileChannel channel;
    private final long length;
    private long blanked;

    private OpenFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    static OpenFile reading(Path path) throws IOException {
        return new OpenFile(FileChannel.open(path, StandardOpenOption.READ));
    }

    static OpenFile changing(Path path) throws IOException {
        return new OpenFile(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    long length() {
        return length;
    }

    byte[] bytes(long at, int count) throws IOException {
        if (at < 0 || count < 0 || at > length - count) {
            throw UnfitException.cutOff();
        }
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw UnfitException.cutOff();
            }
        }
        return buffer.array();
    }

    /** A number of up to 8 bytes, the most significant first. */
    long number(long at, int count) throws IOException {
        long value = 0;
        for (byte part : bytes(at, count)) {
            value = value << Byte.SIZE | part & 0xFF;
        }
        return value;
    }

    /** A number of up to 8 bytes, the least significant first. */
    long littleNumber(long at, int count) throws IOException {
        byte[] parts = bytes(at, count);
        long value = 0;
        for (int index = count - 1; index >= 0; index--) {
            value = value << Byte.SIZE | parts[index] & 0xFF;
        }
        return value;
    }

    int small(long at, int count) throws IOException {
        return (int) number(at, count);
    }

    int littleSmall(long at, int count) throws IOException {
        return (int) littleNumber(at, count);
    }

    String text(long at, int count) throws IOException {
        return new String(bytes(at, count), StandardCharsets.ISO_8859_1);
    }

    void put(long at, byte... content) throws IOException {
        if (at < 0 || at > length - content.length) {
            throw UnfitException.cutOff();
        }
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer, at + buffer.position());
        }
    }

    void put(long at, String text) throws IOException {
        put(at, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Overwrites with zeros. Tables that point at the same bytes over and over are no honest file's. */
    void blank(long from, long to) throws IOException {
        long end = Math.min(to, length);
        blanked += Math.max(0, end - from);
        if (blanked > 2 * length) {
            throw UnfitException.damaged();
        }
        long at = from;
        while (at < end) {
            int count = (int) Math.min(PIECE, end - at);
            put(at, new byte[count]);
            at += count;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
