package org.spoolbot.engine.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What is written to a client; its failures are told from those of disks and of a plugin's own connections. */
final class ClientStream extends FilterOutputStream {
    ClientStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
        try {
            out.write(content, offset, length);
        } catch (IOException fault) {
            throw new ClientFaultException(fault);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException fault) {
            throw new ClientFaultException(fault);
        }
    }
}
