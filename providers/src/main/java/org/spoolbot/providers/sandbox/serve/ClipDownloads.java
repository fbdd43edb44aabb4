package org.spoolbot.providers.sandbox.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.task.Clip;
import org.spoolbot.providers.sandbox.task.Outcome;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.Task;
import org.spoolbot.providers.sandbox.task.TaskStore;

/** The object store that the clips lie in. Like the real one it takes a signature or credentials, never both. */
public final class ClipDownloads {

    private static final Pattern PATH = Pattern.compile("/tos/([a-z0-9-]{1,64})/([a-z0-9]{1,64})\\.(mp4|png)");

    private final TaskStore store;
    private final Recorder recorder;
    private final SignedLinks links;
    private final InstantSource clock;

    ClipDownloads(TaskStore store, Recorder recorder, SignedLinks links, InstantSource clock) {
        this.store = store;
        this.recorder = recorder;
        this.links = links;
        this.clock = clock;
    }

    void handle(HttpExchange exchange) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (!head && !exchange.getRequestMethod().equals("GET")) {
            refuse(exchange, 405, "MethodNotAllowed");
            return;
        }
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            recorder.count("downloads-with-credentials");
            refuse(exchange, 400, "InvalidArgument");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        if (!links.opens(path, Query.of(exchange), clock.instant())) {
            refuse(exchange, 403, "AccessDenied");
            return;
        }
        Matcher matcher = PATH.matcher(path);
        Optional<Task> task = matcher.matches() ? store.find(matcher.group(1), clock.instant()) : Optional.empty();
        if (task.isEmpty() || !task.get().fileName().equals(matcher.group(2))) {
            refuse(exchange, 404, "NoSuchKey");
            return;
        }
        serve(exchange, task.get(), matcher.group(3), head);
    }

    private void serve(HttpExchange exchange, Task task, String kind, boolean head) throws IOException {
        recorder.count("downloads");
        int attempt = task.downloads().incrementAndGet();
        var fault = task.spec().directives().find(DirectiveName.DOWNLOAD_STATUS).filter(found -> found.holdsFor(attempt));
        if (fault.isPresent()) {
            refuse(exchange, fault.get().status(), fault.get().status() == 403 ? "AccessDenied" : "InternalError");
            return;
        }
        Optional<Path> file = file(task, kind).filter(Files::exists);
        if (file.isEmpty()) {
            refuse(exchange, 404, "NoSuchKey");
            return;
        }
        stream(exchange, file.get(), kind.equals("mp4") ? "video/mp4" : "image/png", head);
    }

    private static Optional<Path> file(Task task, String kind) {
        if (!(task.outcome().orElse(null) instanceof Outcome.Made(Clip clip))) {
            return Optional.empty();
        }
        return kind.equals("mp4") ? Optional.of(clip.video()) : clip.lastFrame();
    }

    private static void stream(HttpExchange exchange, Path file, String contentType, boolean head) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            String range = exchange.getRequestHeaders().getFirst("Range");
            Optional<ByteRange> part = range == null ? Optional.of(new ByteRange(0, size - 1)) : ByteRange.of(range, size);
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            if (part.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Range", "bytes */" + size);
                refuse(exchange, 416, "InvalidRange");
                return;
            }
            boolean partial = part.get().length() < size;
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.getResponseHeaders().set("ETag", "\"" + file.getFileName() + "-" + size + "\"");
            if (partial) {
                exchange.getResponseHeaders().set("Content-Range", "bytes " + part.get().first() + "-" + part.get().last() + "/" + size);
            }
            write(exchange, channel, part.get(), partial ? 206 : 200, head);
        }
    }

    private static void write(HttpExchange exchange, FileChannel channel, ByteRange part, int status, boolean head) throws IOException {
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(part.length()));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(status, part.length());
        try (OutputStream body = exchange.getResponseBody();
                WritableByteChannel target = Channels.newChannel(body)) {
            long at = part.first();
            while (at <= part.last()) {
                long sent = channel.transferTo(at, Math.min(65_536, part.last() - at + 1), target);
                if (sent <= 0) {
                    throw new IOException("the clip was cut while it was sent");
                }
                at += sent;
            }
        }
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>\n";
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
            return;
        }
        Reply.text(exchange, status, "application/xml", body);
    }
}
