package org.spoolbot.providers.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** A web server with pictures, clips and sounds that are no larger than they must be. */
public final class TinyMedia implements AutoCloseable {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final HttpServer server;

    public TinyMedia() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            byte[] file = files.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        server.start();
    }

    /** Puts a file on the server and tells its address. */
    public String give(String name, byte[] file) {
        files.put("/" + name, file);
        return address(name);
    }

    public String address(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    public void remove(String name) {
        files.remove("/" + name);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    public static byte[] png(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] wav(int seconds) {
        int length = seconds * 8_000;
        ByteBuffer wav = ByteBuffer.allocate(44 + length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + length).put(ascii("WAVEfmt "));
        wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(8_000).putShort((short) 1).putShort((short) 8);
        return wav.put(ascii("data")).putInt(length).array();
    }

    /** A film without pictures, of which the index says length and size. */
    public static byte[] mp4(int seconds, int width, int height) {
        ByteBuffer film = ByteBuffer.allocate(16 + 8 + 108 + 8 + 92);
        film.putInt(16).put(ascii("ftypisom")).putInt(0);
        film.putInt(8 + 108 + 8 + 92).put(ascii("moov"));
        film.putInt(108).put(ascii("mvhd")).putInt(0).putInt(0).putInt(0).putInt(1_000).putInt(seconds * 1_000);
        film.position(16 + 8 + 108);
        film.putInt(8 + 92).put(ascii("trak")).putInt(92).put(ascii("tkhd"));
        film.position(film.capacity() - 8);
        return film.putInt(width << 16).putInt(height << 16).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
