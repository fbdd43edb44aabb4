package org.spoolbot.discord;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.spoolbot.api.identity.Account;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.media.PixelSize;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Message;
import org.spoolbot.api.message.Progress;

/** Messages as the engine sends them. */
final class Clips {
    private Clips() {}

    /** A finished clip of that size, for that person. */
    static Message of(Path folder, long bytes, Account member, String nonce) {
        MediaInfo info = new MediaInfo(
                "ab".repeat(32), MediaType.MP4, bytes, Optional.of(new PixelSize(640, 360)), Optional.of(Duration.ofSeconds(5)));
        Attachment clip = new Attachment("clip.mp4", new MediaFile(info, file(folder, bytes)), Optional.empty());
        return Message.of("Here is your clip.")
                .withAttachments(List.of(clip))
                .in(new Message.Envelope(Message.Audience.CHANNEL, Optional.of(member), Optional.of(nonce), false));
    }

    /** What stands there while a clip is made. */
    static Message progress(int percent) {
        Progress progress =
                new Progress("is made", OptionalDouble.of(percent / 100.0), OptionalInt.empty(), Optional.of("about " + percent));
        return Message.of("").with(progress);
    }

    private static Path file(Path folder, long bytes) {
        Path path = folder.resolve("clip-" + bytes + ".mp4");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(bytes);
            return path;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
