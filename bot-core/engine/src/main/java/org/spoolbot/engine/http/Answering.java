package org.spoolbot.engine.http;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.spoolbot.api.http.HttpResponse;
import org.spoolbot.api.http.HttpResponse.Body;

/** Writes answers. */
final class Answering {
    private static final byte[] COME_BACK_AFTER_A_SECOND = "retry: 1000\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER_BYTES = 64 * 1024;

    private final EventStreams streams = new EventStreams();

    @Inject
    Answering() {}

    void answer(Exchange exchange, HttpResponse response) throws IOException {
        switch (response.body()) {
            case Body.Bytes(byte[] content) -> {
                exchange.begin(response.status(), response.headers());
                byte[] sent = hasBody(response.status()) ? content : new byte[0];
                if (hasBody(response.status())) {
                    exchange.length(content.length);
                }
                exchange.finish(sent);
            }
            case Body.File(Path path) -> file(exchange, response, path);
            case Body.Events(var source) -> events(exchange, response, source);
        }
    }

    private static boolean hasBody(int status) {
        return status != 204 && status != 304;
    }

    private void events(Exchange exchange, HttpResponse response, HttpResponse.EventSource source) throws IOException {
        exchange.begin(response.status(), response.headers());
        exchange.response().getHeaders().put("X-Accel-Buffering", "no");
        if (!exchange.isHead()) {
            OutputStream out = exchange.stream();
            out.write(COME_BACK_AFTER_A_SECOND);
            out.flush();
            streams.run(source, new EventWriter(out));
        }
        exchange.finish(new byte[0]);
    }

    private void file(Exchange exchange, HttpResponse response, Path path) throws IOException {
        BasicFileAttributes facts;
        try {
            facts = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException gone) {
            answer(exchange, Exchange.error(404, "There is nothing here."));
            return;
        }
        String tag = "\"" + Long.toHexString(facts.size()) + "-" + Long.toHexString(facts.lastModifiedTime().toMillis()) + "\"";
        FilePlan plan = response.status() == 200
                ? FilePlan.of(facts.size(), tag, exchange.wishes())
                : new FilePlan(response.status(), Map.of(), 0, facts.size());
        send(exchange, path, plan, sealed(response.headers()), sent -> {});
    }

    /** A file that a browser shows by itself must not act in the server's name; a plugin's own page says what it may. */
    private static Map<String, String> sealed(Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        if (!all.getOrDefault("Content-Type", "").toLowerCase(Locale.ROOT).startsWith("text/html")) {
            all.putIfAbsent("Content-Security-Policy", "sandbox");
        }
        return all;
    }

    /** Sends what was planned of a file, and tells of each piece that went out. */
    void send(Exchange exchange, Path path, FilePlan plan, Map<String, String> headers, LongConsumer sent)
            throws IOException {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(plan.headers());
        exchange.begin(plan.status(), all);
        if (hasBody(plan.status())) {
            exchange.length(plan.count());
        }
        if (exchange.isHead() || plan.count() == 0) {
            exchange.finish(new byte[0]);
            return;
        }
        try (FileChannel file = FileChannel.open(path);
                InputStream content = Channels.newInputStream(file.position(plan.first()))) {
            copy(content, exchange.stream(), plan.count(), sent);
        }
        exchange.finish(new byte[0]);
    }

    private static void copy(InputStream content, OutputStream out, long count, LongConsumer sent) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = count;
        while (left > 0) {
            int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("the file became shorter while it was sent");
            }
            out.write(buffer, 0, read);
            sent.accept(read);
            left -= read;
        }
        out.flush();
    }

    void endStreams() {
        streams.endAll();
    }
}
