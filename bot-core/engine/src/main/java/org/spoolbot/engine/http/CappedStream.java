package org.spoolbot.engine.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A body that fails when it turns out longer than it may be. */
final class CappedStream extends FilterInputStream {
    private static final int SKIPPED_AT_ONCE = 8 * 1024;

    private long left;

    CappedStream(InputStream body, long maxBytes) {
        super(body);
        left = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int value = fetched(super::read);
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        int read = fetched(() -> super.read(target, offset, length));
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] rest = new byte[Math.clamp(wanted, 0, SKIPPED_AT_ONCE)];
        return rest.length == 0 ? 0 : Math.max(0, read(rest, 0, rest.length));
    }

    /** Broken chunks come up as an exception that is none of input and output. */
    private static int fetched(Reading reading) throws ClientFaultException {
        try {
            return reading.read();
        } catch (IOException | RuntimeException fault) {
            throw new ClientFaultException(fault);
        }
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

    private interface Reading {
        int read() throws IOException;
    }

    /** The body is longer than it may be. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("the body is longer than it may be");
        }
    }
}
