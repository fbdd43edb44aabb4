package org.spoolbot.providers.sandbox.render;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Moves an mp4's index before its data, so that a player can begin before it has all of the file. */
final class FastStart {

    private static final int LARGEST_INDEX = 32 * 1024 * 1024;
    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "minf", "stbl");

    private record Part(String type, long start, long length) {}

    private FastStart() {}

    static void move(Path source, Path target) throws IOException {
        try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            List<Part> parts = parts(in);
            Part index = parts.stream().filter(part -> part.type().equals("moov")).findFirst().orElseThrow(() -> new IOException("no index"));
            long shift = parts.stream().anyMatch(part -> part.type().equals("mdat") && part.start() < index.start()) ? index.length() : 0;
            copyStart(in, out, parts);
            out.write(shifted(in, index, shift));
            for (Part part : parts) {
                if (!part.type().equals("moov") && !part.type().equals("ftyp")) {
                    copy(in, out, part);
                }
            }
        }
    }

    private static void copyStart(FileChannel in, FileChannel out, List<Part> parts) throws IOException {
        for (Part part : parts) {
            if (part.type().equals("ftyp")) {
                copy(in, out, part);
            }
        }
    }

    private static void copy(FileChannel in, FileChannel out, Part part) throws IOException {
        long done = 0;
        while (done < part.length()) {
            done += in.transferTo(part.start() + done, part.length() - done, out);
        }
    }

    private static List<Part> parts(FileChannel in) throws IOException {
        List<Part> parts = new ArrayList<>();
        long at = 0;
        while (at < in.size()) {
            ByteBuffer header = read(in, at, (int) Math.min(16, in.size() - at));
            long length = Integer.toUnsignedLong(header.getInt(0));
            if (length == 1) {
                length = header.getLong(8);
            }
            if (length < 8 || at + length > in.size()) {
                throw new IOException("damaged mp4 at " + at);
            }
            parts.add(new Part(type(header, 4), at, length));
            at += length;
        }
        return parts;
    }

    private static ByteBuffer shifted(FileChannel in, Part index, long shift) throws IOException {
        if (index.length() > LARGEST_INDEX) {
            throw new IOException("index too large");
        }
        ByteBuffer moov = read(in, index.start(), (int) index.length());
        shift(moov, 8, moov.limit(), shift);
        return moov;
    }

    private static void shift(ByteBuffer moov, int from, int to, long shift) {
        int at = from;
        while (at + 8 <= to) {
            int length = moov.getInt(at);
            String type = type(moov, at + 4);
            if (CONTAINERS.contains(type)) {
                shift(moov, at + 8, at + length, shift);
            } else if (type.equals("stco")) {
                for (int entry = 0; entry < moov.getInt(at + 12); entry++) {
                    int place = at + 16 + entry * 4;
                    moov.putInt(place, moov.getInt(place) + (int) shift);
                }
            } else if (type.equals("co64")) {
                for (int entry = 0; entry < moov.getInt(at + 12); entry++) {
                    int place = at + 16 + entry * 8;
                    moov.putLong(place, moov.getLong(place) + shift);
                }
            }
            at += length;
        }
    }

    private static String type(ByteBuffer buffer, int at) {
        byte[] name = new byte[4];
        buffer.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer read(FileChannel in, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (in.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException("mp4 ends early");
            }
        }
        return buffer.flip();
    }
}
