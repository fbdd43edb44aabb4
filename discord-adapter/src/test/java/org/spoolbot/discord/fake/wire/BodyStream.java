package org.spoolbot.discord.fake.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of one request: as long as Content-Length says, or chunked (RFC 9112, 6 and 7.1). */
final class BodyStream extends InputStream {
    private final InputStream source;
    private final boolean chunked;
    private long left;
    private boolean ended;

    private BodyStream(InputStream source, boolean chunked, long left) {
        this.source = source;
        this.chunked = chunked;
        this.left = left;
    }

    static BodyStream of(InputStream source, Head head) {
        if ("chunked".equalsIgnoreCase(head.headers().get("transfer-encoding"))) {
            return new BodyStream(source, true, 0);
        }
        return new BodyStream(source, false, Long.parseLong(head.headers().getOrDefault("content-length", "0")));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0 && chunked && !ended) {
            nextChunk();
        }
        if (left == 0) {
            return -1;
        }
        int count = source.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("The client left in the middle of a body");
        }
        left -= count;
        if (left == 0 && chunked) {
            Head.line(source);
        }
        return count;
    }

    private void nextChunk() throws IOException {
        String size = Head.line(source).split(";", 2)[0].strip();
        left = Long.parseLong(size, 16);
        if (left == 0) {
            ended = true;
            Head.line(source);
        }
    }
}
