package org.spoolbot.providers.sandbox.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.spoolbot.providers.sandbox.directive.DirectiveName;
import org.spoolbot.providers.sandbox.task.Clip;
import org.spoolbot.providers.sandbox.task.Outcome;
import org.spoolbot.providers.sandbox.task.Recorder;
import org.spoolbot.providers.sandbox.task.Task;

/** Sends the files of finished tasks. */
public final class ClipFiles {

    private final Recorder recorder;

    ClipFiles(Recorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Sends a file of a task, the whole or a part, unless a directive forbids it.
     *
     * @param call the call
     * @param task the task
     * @param kind mp4 or png
     * @throws IOException if the caller went away
     */
    public void serve(Call call, Task task, String kind) throws IOException {
        recorder.count("downloads");
        int attempt = task.downloads().incrementAndGet();
        var fault = task.spec().directives().find(DirectiveName.DOWNLOAD_STATUS).filter(found -> found.holdsFor(attempt));
        if (fault.isPresent()) {
            refuse(call, fault.get().status(), fault.get().status() == 403 ? "AccessDenied" : "InternalError");
            return;
        }
        Optional<Path> file = file(task, kind).filter(Files::exists);
        if (file.isEmpty()) {
            refuse(call, 404, "NoSuchKey");
            return;
        }
        send(call, file.get(), kind.equals("mp4") ? "video/mp4" : "image/png");
    }

    private static Optional<Path> file(Task task, String kind) {
        if (!(task.outcome().orElse(null) instanceof Outcome.Made(Clip clip))) {
            return Optional.empty();
        }
        return kind.equals("mp4") ? Optional.of(clip.video()) : clip.lastFrame();
    }

    /**
     * Sends a file, the whole or a part.
     *
     * @param call the call
     * @param file an existing file
     * @param contentType its type
     * @throws IOException if the caller went away
     */
    public static void send(Call call, Path file, String contentType) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            Optional<String> range = call.header("Range");
            Optional<ByteRange> part = range.isEmpty() ? Optional.of(new ByteRange(0, size - 1)) : ByteRange.of(range.get(), size);
            call.answerHeader("Accept-Ranges", "bytes");
            if (part.isEmpty()) {
                call.answerHeader("Content-Range", "bytes */" + size);
                refuse(call, 416, "InvalidRange");
                return;
            }
            boolean partial = part.get().length() < size;
            call.answerHeader("Content-Type", contentType);
            call.answerHeader("ETag", "\"" + file.getFileName() + "-" + size + "\"");
            if (partial) {
                call.answerHeader("Content-Range", "bytes " + part.get().first() + "-" + part.get().last() + "/" + size);
            }
            write(call, channel, part.get(), partial ? 206 : 200);
        }
    }

    private static void write(Call call, FileChannel channel, ByteRange part, int status) throws IOException {
        if (call.method().equals("HEAD")) {
            call.answerHeader("Content-Length", String.valueOf(part.length()));
            call.start(status, -1);
            call.close();
            return;
        }
        try (OutputStream body = call.start(status, part.length());
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

    static void refuse(Call call, int status, String code) throws IOException {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>\n";
        if (call.method().equals("HEAD")) {
            call.start(status, -1);
            call.close();
            return;
        }
        call.text( status, "application/xml", body);
    }
}
