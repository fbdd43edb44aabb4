package org.spoolbot.discord.fake.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** RFC 6455 without extensions: no permessage-deflate, Discord compresses inside the messages. */
final class WebSocketConnection implements WebSocket {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LARGEST_MESSAGE = 1 << 20;
    private static final int CLOSE_PATIENCE_MILLIS = 2_000;

    private final Socket socket;
    private final DataInputStream input;
    private final OutputStream output;
    private final Map<String, String> query;
    private final ReentrantLock sending = new ReentrantLock();
    private boolean closeSent;
    private volatile int closeCode = 1006;

    private WebSocketConnection(Socket socket, InputStream input, OutputStream output, Map<String, String> query) {
        this.socket = socket;
        this.input = new DataInputStream(input);
        this.output = output;
        this.query = query;
    }

    /** Answers the handshake; RFC 6455, 4.2.2. */
    static WebSocketConnection open(Socket socket, InputStream input, OutputStream output, Request request) throws IOException {
        String accept = accept(request.header("sec-websocket-key").orElse(""));
        String head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + accept + "\r\n\r\n";
        output.write(head.getBytes(StandardCharsets.ISO_8859_1));
        output.flush();
        return new WebSocketConnection(socket, input, output, request.query());
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Map<String, String> query() {
        return query;
    }

    @Override
    public int closeCode() {
        return closeCode;
    }

    @Override
    public Optional<String> read() {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            while (true) {
                int first = input.readUnsignedByte();
                byte[] payload = payload();
                int opcode = first & 0x0f;
                if (opcode == CLOSE) {
                    return closed(payload);
                }
                if (opcode == PING) {
                    send(PONG, payload);
                } else if (opcode <= BINARY) {
                    message.write(payload);
                }
                if (opcode <= BINARY && (first & 0x80) != 0) {
                    return Optional.of(message.toString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private byte[] payload() throws IOException {
        int second = input.readUnsignedByte();
        long length = second & 0x7f;
        if (length == 126) {
            length = input.readUnsignedShort();
        } else if (length == 127) {
            length = input.readLong();
        }
        if (length > LARGEST_MESSAGE || (second & 0x80) == 0) {
            throw new IOException("Too long, or not masked as a client must (RFC 6455, 5.1)");
        }
        byte[] mask = input.readNBytes(4);
        byte[] payload = input.readNBytes((int) length);
        for (int index = 0; index < payload.length; index++) {
            payload[index] ^= mask[index & 3];
        }
        return payload;
    }

    private Optional<String> closed(byte[] payload) {
        closeCode = payload.length >= 2 ? ByteBuffer.wrap(payload).getShort() & 0xffff : 1005;
        sendClose(payload);
        return Optional.empty();
    }

    @Override
    public void text(String message) {
        send(TEXT, message.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void binary(byte[] message) {
        send(BINARY, message);
    }

    @Override
    public void close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        sendClose(ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array());
        try {
            socket.setSoTimeout(CLOSE_PATIENCE_MILLIS);
        } catch (IOException alreadyGone) {
            closeCode = 1006;
        }
    }

    private void sendClose(byte[] payload) {
        sending.lock();
        try {
            if (!closeSent) {
                send(CLOSE, payload);
                closeSent = true;
            }
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            closeCode = 1006;
        }
    }

    private void send(int opcode, byte[] payload) {
        sending.lock();
        try {
            if (closeSent || socket.isClosed()) {
                return;
            }
            output.write(0x80 | opcode);
            writeLength(payload.length);
            output.write(payload);
            output.flush();
        } catch (IOException gone) {
            closeCode = 1006;
        } finally {
            sending.unlock();
        }
    }

    private void writeLength(int length) throws IOException {
        if (length < 126) {
            output.write(length);
            return;
        }
        if (length <= 0xffff) {
            output.write(new byte[] {126, (byte) (length >> 8), (byte) length});
            return;
        }
        output.write(127);
        output.write(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
    }
}
