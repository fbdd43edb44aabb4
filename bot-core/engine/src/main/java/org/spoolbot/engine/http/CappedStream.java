package org.spoolbot.engine.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that fails when it turns out longer than it may be. */
final class CappedStream extends FilterInputStream {
    private long left;

    CappedStream(InputStream body, long maxBytes) {
        super(body);
        left = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) throws TooLongException {
        left -= bytes;
        if (left < 0) {
            throw new TooLongException();
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The body is longer than it may be. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("the body is longer than it may be");
        }
    }
}
