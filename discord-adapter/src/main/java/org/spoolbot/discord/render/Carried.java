package org.spoolbot.discord.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.dv8tion.jda.api.utils.FileUpload;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.media.MediaKind;
import org.spoolbot.api.media.MediaType;
import org.spoolbot.api.message.Attachment;
import org.spoolbot.api.message.Message;

/**
 * The files of a message: what is attached, then the small pictures of the card, as many as fit. A file is opened when it is sent, and
 * again when it has to be sent again.
 *
 * @param attached what was attached, in order
 * @param pictures the card's pictures
 * @param sounds which of the attached cannot be shown as a picture or a clip
 */
record Carried(List<FileUpload> attached, List<FileUpload> pictures, Set<FileUpload> sounds) {
    private static final int MOST = net.dv8tion.jda.api.entities.Message.MAX_FILE_AMOUNT;

    private static final long LARGEST_PICTURE = 2L << 20;

    private static final Set<MediaType> SHOWN = EnumSet.of(MediaType.JPEG, MediaType.PNG, MediaType.WEBP, MediaType.GIF);
    private static final int LONGEST_NAME = 100;
    private static final String SPOILER = "SPOILER_";

    static Carried of(Message message, Thumbnails thumbnails) {
        boolean veiled = message.envelope().spoiler();
        List<FileUpload> attached = new ArrayList<>();
        Set<FileUpload> sounds = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Attachment attachment : message.attachments()) {
            String name = name(attachment);
            FileUpload file = upload(attachment.file().path(), names.add(name) ? name : (attached.size() + 1) + "-" + name, veiled);
            attached.add(file);
            if (attachment.file().info().kind() == MediaKind.AUDIO) {
                sounds.add(file);
            }
        }
        return new Carried(List.copyOf(attached), pictures(message, MOST - attached.size(), thumbnails), Set.copyOf(sounds));
    }

    private static List<FileUpload> pictures(Message message, int room, Thumbnails thumbnails) {
        boolean veiled = message.envelope().spoiler();
        List<FileUpload> pictures = new ArrayList<>();
        message.card().stream()
                .flatMap(card -> card.thumbnails().stream())
                .flatMap(file -> picture(file, thumbnails).stream())
                .limit(Math.max(0, room))
                .forEach(small -> pictures.add(small.upload("picture-" + (pictures.size() + 1), veiled)));
        return List.copyOf(pictures);
    }

    /** A small copy, or the picture itself if it is small and of a kind that only readers can open. */
    private static Optional<Picture> picture(MediaFile file, Thumbnails thumbnails) {
        Optional<byte[]> small = thumbnails.of(file);
        if (small.isPresent()) {
            return Optional.of(new Picture(() -> new ByteArrayInputStream(small.get()), MediaType.JPEG));
        }
        boolean whole = SHOWN.contains(file.info().type()) && file.info().bytes() <= LARGEST_PICTURE;
        return whole ? Optional.of(new Picture(() -> open(file.path()), file.info().type())) : Optional.empty();
    }

    private record Picture(Supplier<InputStream> content, MediaType type) {
        FileUpload upload(String name, boolean veiled) {
            return FileUpload.fromStreamSupplier((veiled ? SPOILER : "") + name + "." + type.extension(), content);
        }
    }

    /** Discord itself names files by letters, digits, dots, dashes and underscores only. */
    private static String name(Attachment attachment) {
        String plain = PlainText.clean(attachment.name()).replaceAll("[^A-Za-z0-9._-]", "_");
        String name = plain.isEmpty() ? "file." + attachment.file().info().type().extension() : plain;
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static FileUpload upload(Path path, String name, boolean veiled) {
        return FileUpload.fromStreamSupplier(veiled ? SPOILER + name : name, () -> open(path));
    }

    private static InputStream open(Path path) {
        try {
            return Files.newInputStream(path);
        } catch (IOException gone) {
            return new Broken(gone);
        }
    }

    /** Tells when it is read why there is nothing to read: where it is opened nobody can be told. */
    private static final class Broken extends InputStream {
        private final IOException reason;

        Broken(IOException reason) {
            this.reason = reason;
        }

        @Override
        public int read() throws IOException {
            throw reason;
        }
    }
}
