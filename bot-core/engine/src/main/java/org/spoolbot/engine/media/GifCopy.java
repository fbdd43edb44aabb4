package org.spoolbot.engine.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spoolbot.api.media.MediaType;

/** Copies a GIF without comments and without applications' data, XMP among it; the loop count of an animation stays. */
final class GifCopy {
    private static final int HEADER = 13;
    private static final int FLAGS = 10;
    private static final int TABLE_FLAG = 0x80;
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int END = 0x3B;
    private static final int COMMENT = 0xFE;
    private static final int APPLICATION = 0xFF;
    private static final int IMAGE_FACTS = 9;

    private final InputStream from;
    private final OutputStream to;

    private GifCopy(InputStream from, OutputStream to) {
        this.from = from;
        this.to = to;
    }

    static void copy(Path source, Path target) throws IOException {
        try (InputStream from = new BufferedInputStream(Files.newInputStream(source), 1 << 16);
                OutputStream to = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            new GifCopy(from, to).run();
        } catch (EOFException early) {
            throw UnfitException.cutOff();
        }
    }

    private void run() throws IOException {
        byte[] header = pass(HEADER);
        colours(header[FLAGS]);
        int block = next();
        while (block != END) {
            switch (block) {
                case IMAGE -> image();
                case EXTENSION -> extension();
                default -> throw UnfitException.broken(MediaType.GIF);
            }
            block = next();
        }
        to.write(END);
    }

    private void image() throws IOException {
        to.write(IMAGE);
        byte[] facts = pass(IMAGE_FACTS);
        colours(facts[IMAGE_FACTS - 1]);
        pass(1);
        blocks(to, next());
    }

    private void extension() throws IOException {
        int label = next();
        int size = next();
        byte[] first = read(size);
        boolean loop = new String(first, StandardCharsets.ISO_8859_1).equals("NETSCAPE2.0");
        boolean kept = label != COMMENT && (label != APPLICATION || loop);
        OutputStream target = kept ? to : OutputStream.nullOutputStream();
        target.write(EXTENSION);
        target.write(label);
        target.write(size);
        target.write(first);
        if (size > 0) {
            blocks(target, next());
        }
    }

    private void blocks(OutputStream target, int firstSize) throws IOException {
        int size = firstSize;
        while (size > 0) {
            target.write(size);
            target.write(read(size));
            size = next();
        }
        target.write(0);
    }

    private void colours(byte flags) throws IOException {
        if ((flags & TABLE_FLAG) != 0) {
            pass(3 << (flags & 7) + 1);
        }
    }

    private byte[] pass(int count) throws IOException {
        byte[] content = read(count);
        to.write(content);
        return content;
    }

    private byte[] read(int count) throws IOException {
        byte[] content = from.readNBytes(count);
        if (content.length < count) {
            throw new EOFException();
        }
        return content;
    }

    private int next() throws IOException {
        int value = from.read();
        if (value < 0) {
            throw new EOFException();
        }
        return value;
    }
}
