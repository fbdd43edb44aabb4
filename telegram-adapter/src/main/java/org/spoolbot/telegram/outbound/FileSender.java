package org.spoolbot.telegram.outbound;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.spoolbot.api.media.MediaFile;
import org.spoolbot.api.message.Attachment;
import org.telegram.telegrambots.meta.api.methods.send.SendAudio;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.send.SendVideo;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Sends one file the way it plays best. Files are handed over as files, because the library reads streams into memory. */
final class FileSender {
    private static final String HTML = "HTML";
    /** https://core.telegram.org/bots/api#sendphoto */
    private static final long MOST_PHOTO_BYTES = 10L << 20;

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
                if (!(Failure.of(refused) instanceof Failure.Gone)) {
                    throw refused;
                }
                known.forget(sha256);
            }
        }
        File file = attachment.file().path().toFile();
        Message message = sent(letter, attachment, new InputFile(file, "file-" + asciiName(attachment.name())));
        fileId(message).ifPresent(given -> known.sent(sha256, given));
        return message;
    }

    /** The name is the name of the part too, and two parts of one name would be one file. */
    private static String asciiName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.length() <= 60 ? plain : plain.substring(plain.length() - 60);
    }

    private Message sent(Letter letter, Attachment attachment, InputFile file) throws TelegramApiException {
        return switch (attachment.file().info().type().kind()) {
            case VIDEO -> telegram.execute(video(letter, attachment, file));
            case IMAGE -> attachment.file().info().bytes() <= MOST_PHOTO_BYTES
                    ? telegram.execute(photo(letter, file))
                    : telegram.execute(document(letter, file));
            case AUDIO -> telegram.execute(audio(letter, file));
        };
    }

    private SendVideo video(Letter letter, Attachment attachment, InputFile file) {
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
        MediaFile clip = attachment.file();
        clip.info().size().ifPresent(size -> video.width(size.width()).height(size.height()));
        clip.info().duration().ifPresent(length -> video.duration((int) Math.max(1, Math.round(length.toMillis() / 1000.0))));
        if (file.isNew()) {
            attachment.poster().flatMap(thumbnails::of).ifPresent(picture -> video.thumbnail(new InputFile(picture, "thumbnail.jpg")));
        }
        return video.build();
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

    private static SendAudio audio(Letter letter, InputFile file) {
        return SendAudio.builder()
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

    private static Optional<String> fileId(Message message) {
        if (message.getVideo() != null) {
            return Optional.of(message.getVideo().getFileId());
        }
        if (message.getDocument() != null) {
            return Optional.of(message.getDocument().getFileId());
        }
        if (message.getAudio() != null) {
            return Optional.of(message.getAudio().getFileId());
        }
        List<PhotoSize> sizes = message.getPhoto();
        return sizes == null || sizes.isEmpty() ? Optional.empty() : Optional.of(sizes.getLast().getFileId());
    }
}
