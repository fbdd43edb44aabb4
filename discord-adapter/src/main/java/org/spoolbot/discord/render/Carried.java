package org.spoolbot.discord.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    static final int MOST = net.dv8tion.jda.api.entities.Message.MAX_FILE_AMOUNT;

    /** A card is drawn again at every choice, so a large picture is not worth sending. */
    private static final long LARGEST_PICTURE = 2L << 20;

    private static final Set<MediaType> SHOWN = EnumSet.of(MediaType.JPEG, MediaType.PNG, MediaType.WEBP, MediaType.GIF);
    private static final int LONGEST_NAME = 100;
    private static final String SPOILER = "SPOILER_";

    static Carried of(Message message) {
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
        return new Carried(List.copyOf(attached), pictures(message, MOST - attached.size(), veiled), Set.copyOf(sounds));
    }

    private static List<FileUpload> pictures(Message message, int room, boolean veiled) {
        List<MediaFile> fitting = message.card().stream()
                .flatMap(card -> card.thumbnails().stream())
                .filter(file -> SHOWN.contains(file.info().type()) && file.info().bytes() <= LARGEST_PICTURE)
                .limit(Math.max(0, room))
                .toList();
        List<FileUpload> pictures = new ArrayList<>();
        for (MediaFile file : fitting) {
            String name = "picture-" + (pictures.size() + 1) + "." + file.info().type().extension();
            pictures.add(upload(file.path(), name, veiled));
        }
        return List.copyOf(pictures);
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
