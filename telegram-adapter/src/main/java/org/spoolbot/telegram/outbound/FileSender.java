package org.spoolbot.telegram.outbound;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.spoolbot.api.media.MediaInfo;
import org.spoolbot.api.message.Attachment;
import org.telegram.telegrambots.meta.api.methods.send.SendAudio;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendVideo;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.Audio;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.Video;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Sends one file the way it plays best. Files are handed over as files, because the library reads streams into memory. */
final class FileSender {
    private static final String HTML = "HTML";
    private static final String THUMBNAIL = "thumbnail.jpg";
    private static final long MOST_PHOTO_BYTES = 10L << 20;
    private static final int MOST_PHOTO_SIDES = 10_000;
    private static final int MOST_PHOTO_RATIO = 20;
    private static final int MOST_NAME = 60;

    private final TelegramClient telegram;
    private final KnownFiles known;
    private final Thumbnails thumbnails;

    FileSender(TelegramClient telegram, KnownFiles known, Thumbnails thumbnails) {
        this.telegram = telegram;
        this.known = known;
        this.thumbnails = thumbnails;
    }

    /** By its id where Telegram has it, else as bytes. */
    Message send(Letter letter, Attachment attachment) throws TelegramApiException {
        String sha256 = attachment.file().info().sha256();
        Optional<String> id = known.idOf(sha256);
        if (id.isPresent()) {
            try {
                return sent(letter, attachment, new InputFile(id.get()));
            } catch (TelegramApiException refused) {
                if (!(Failure.of(refused) instanceof Failure.NoFile)) {
                    throw refused;
                }
                known.forget(sha256);
            }
        }
        File file = attachment.file().path().toFile();
        Message message = sent(letter, attachment, new InputFile(file, partName(attachment.name())));
        fileId(attachment, message).ifPresent(given -> known.sent(sha256, given));
        return message;
    }

    /**
     * The library takes the name for that of the part as well: two parts of one name would be one file, a name of a field would be that
     * field, and one with other letters is not found again.
     */
    private static String partName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String tail = plain.length() <= MOST_NAME ? plain : plain.substring(plain.length() - MOST_NAME);
        return tail.contains(".") && !tail.equals(THUMBNAIL) ? tail : "file-" + tail;
    }

    private Message sent(Letter letter, Attachment attachment, InputFile file) throws TelegramApiException {
        MediaInfo info = attachment.file().info();
        return switch (info.kind()) {
            case VIDEO -> clip(letter, attachment, file);
            case IMAGE -> isPhoto(info) ? telegram.execute(photo(letter, file)) : telegram.execute(document(letter, file));
            case AUDIO -> telegram.execute(audio(letter, info, file));
        };
    }

    /** Telegram takes no larger, longer or heavier picture than these for a photo (https://core.telegram.org/bots/api#sendphoto). */
    private static boolean isPhoto(MediaInfo picture) {
        boolean fits = picture.size()
                .map(size -> size.width() + size.height() <= MOST_PHOTO_SIDES
                        && Math.max(size.width(), size.height()) <= MOST_PHOTO_RATIO * Math.min(size.width(), size.height()))
                .orElse(true);
        return fits && picture.bytes() <= MOST_PHOTO_BYTES;
    }

    private Message clip(Letter letter, Attachment attachment, InputFile file) throws TelegramApiException {
        Optional<Path> picture = file.isNew() ? attachment.poster().flatMap(thumbnails::of) : Optional.empty();
        try {
            return telegram.execute(video(letter, attachment.file().info(), file, picture));
        } finally {
            picture.ifPresent(Thumbnails::discard);
        }
    }

    private static SendVideo video(Letter letter, MediaInfo clip, InputFile file, Optional<Path> picture) {
        SendVideo.SendVideoBuilder<?, ?> video = SendVideo.builder()
                .chatId(letter.chat())
                .messageThreadId(letter.thread())
                .video(file)
                .caption(letter.html())
                .parseMode(HTML)
                .supportsStreaming(true)
                .hasSpoiler(letter.spoiler())
                .replyParameters(letter.reply())
                .replyMarkup(letter.keyboard());
        clip.size().ifPresent(size -> video.width(size.width()).height(size.height()));
        seconds(clip).ifPresent(video::duration);
        picture.ifPresent(small -> video.thumbnail(new InputFile(small.toFile(), THUMBNAIL)));
        return video.build();
    }

    private static Optional<Integer> seconds(MediaInfo file) {
        return file.duration().map(length -> (int) Math.max(1, Math.round(length.toMillis() / 1000.0)));
    }

    private static SendPhoto photo(Letter letter, InputFile file) {
        return SendPhoto.builder()
                .chatId(letter.chat())
                .messageThreadId(letter.thread())
                .photo(file)
                .caption(letter.html())
                .parseMode(HTML)
                .hasSpoiler(letter.spoiler())
                .replyParameters(letter.reply())
                .replyMarkup(letter.keyboard())
                .build();
    }

    /** The pictures of a card. */
    Message picture(Letter letter, Path sheet) throws TelegramApiException {
        return telegram.execute(photo(letter, new InputFile(sheet.toFile(), sheet.getFileName().toString())));
    }

    private static SendAudio audio(Letter letter, MediaInfo sound, InputFile file) {
        return SendAudio.builder()
                .duration(seconds(sound).orElse(null))
                .chatId(letter.chat())
                .messageThreadId(letter.thread())
                .audio(file)
                .caption(letter.html())
                .parseMode(HTML)
                .replyParameters(letter.reply())
                .replyMarkup(letter.keyboard())
                .build();
    }

    private static SendDocument document(Letter letter, InputFile file) {
        return SendDocument.builder()
                .chatId(letter.chat())
                .messageThreadId(letter.thread())
                .document(file)
                .caption(letter.html())
                .parseMode(HTML)
                .replyParameters(letter.reply())
                .replyMarkup(letter.keyboard())
                .build();
    }

    /** Telegram may make something else of a file, whose id would not be taken for the same kind again. */
    private static Optional<String> fileId(Attachment attachment, Message message) {
        return switch (attachment.file().info().kind()) {
            case VIDEO -> Optional.ofNullable(message.getVideo()).map(Video::getFileId);
            case AUDIO -> Optional.ofNullable(message.getAudio()).map(Audio::getFileId);
            case IMAGE -> isPhoto(attachment.file().info())
                    ? Optional.ofNullable(message.getPhoto()).filter(sizes -> !sizes.isEmpty()).map(sizes -> sizes.getLast().getFileId())
                    : Optional.ofNullable(message.getDocument()).map(Document::getFileId);
        };
    }
}
