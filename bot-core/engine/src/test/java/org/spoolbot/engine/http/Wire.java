package org.spoolbot.engine.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client that may misbehave. */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader reader;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(20_000);
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    static Wire to(int port) throws IOException {
        return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** The next line; null at the end. */
    String line() throws IOException {
        return reader.readLine();
    }

    String exactly(int count) throws IOException {
        char[] buffer = new char[count];
        int read = 0;
        while (read < count) {
            int more = reader.read(buffer, read, count - read);
            if (more < 0) {
                throw new IOException("the server closed after " + read + " of " + count);
            }
            read += more;
        }
        return new String(buffer);
    }

    void skipHeaders() throws IOException {
        String line = line();
        while (line != null && !line.isEmpty()) {
            line = line();
        }
    }

    /** Everything until the server closes. */
    String rest() throws IOException {
        StringBuilder all = new StringBuilder();
        char[] buffer = new char[8192];
        try {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                all.append(buffer, 0, read);
            }
        } catch (SocketException reset) {
            // What was read until then is what a client sees.
        }
        return all.toString();
    }

    /** Is gone without a word, as a client that lost its network or was killed. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
