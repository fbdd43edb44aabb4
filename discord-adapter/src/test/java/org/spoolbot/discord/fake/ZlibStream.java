package org.spoolbot.discord.fake;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** {@code compress=zlib-stream}: one deflater for the whole connection, every message ends in a sync flush (00 00 FF FF). */
final class ZlibStream implements AutoCloseable {
    private final Deflater deflater = new Deflater();
    private final byte[] buffer = new byte[16 * 1024];

    byte[] compress(byte[] message) {
        deflater.setInput(message);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        int length;
        do {
            length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            compressed.write(buffer, 0, length);
        } while (length == buffer.length);
        return compressed.toByteArray();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
