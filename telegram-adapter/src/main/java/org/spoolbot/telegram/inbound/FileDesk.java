package org.spoolbot.telegram.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.spoolbot.api.i18n.Phrase;
import org.spoolbot.api.i18n.Translator;
import org.spoolbot.api.media.Upload;
import org.spoolbot.api.media.UploadRefusedException;
import org.spoolbot.telegram.connection.BotApi;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The files of messages. They are downloaded here and nowhere else: their address holds the bot's token, and the library asks the wrong
 * server, takes an error page for the file and reads it into memory.
 */
final class FileDesk {
    /** https://core.telegram.org/bots/api#getfile */
    static final long MOST_FROM_CLOUD = 20L << 20;

    private final BotApi api;
    private final TelegramClient telegram;
    private final OkHttpClient http;
    private final Limits limits;
    private final Translator texts;
    private final Logger log;

    FileDesk(BotApi api, TelegramClient telegram, OkHttpClient http, Limits limits, Translator texts, Logger log) {
        this.api = api;
        this.telegram = telegram;
        this.http = http;
        this.limits = limits;
        this.texts = texts;
        this.log = log;
    }

    /**
     * What may be read.
     *
     * @param mostBytes that the server gives out
     * @param localFiles where a local Bot API server keeps its files
     */
    record Limits(long mostBytes, Optional<Path> localFiles) {}

    /** The files of a message, then those of the message it replies to unless that is the bot's. */
    List<Upload> of(Message message, Self self, Locale language) {
        List<Upload> uploads = new ArrayList<>(in(message, language));
        boolean ours = Quoted.ofBot(message, self).isPresent();
        Quoted.by(message).filter(_ -> !ours).ifPresent(quoted -> uploads.addAll(in(quoted, language)));
        return uploads;
    }

    private List<Upload> in(Message message, Locale language) {
        return found(message).stream()
                .<Upload>map(found -> new TelegramUpload(found.name(), found.id(), found.size(), language, this))
                .toList();
    }

    private static List<Found> found(Message message) {
        List<Found> uploads = new ArrayList<>();
        List<PhotoSize> sizes = message.getPhoto();
        if (sizes != null && !sizes.isEmpty()) {
            PhotoSize largest = sizes.getLast();
            uploads.add(upload("photo.jpg", largest.getFileId(), largest.getFileSize() == null ? null : largest.getFileSize().longValue()));
        }
        if (message.getAnimation() != null) {
            uploads.add(upload(message.getAnimation().getFileName(), message.getAnimation().getFileId(), message.getAnimation().getFileSize()));
        } else if (message.getDocument() != null) {
            uploads.add(upload(message.getDocument().getFileName(), message.getDocument().getFileId(), message.getDocument().getFileSize()));
        }
        if (message.getVideo() != null) {
            uploads.add(upload(message.getVideo().getFileName(), message.getVideo().getFileId(), message.getVideo().getFileSize()));
        }
        if (message.getVideoNote() != null) {
            Integer size = message.getVideoNote().getFileSize();
            uploads.add(upload("video.mp4", message.getVideoNote().getFileId(), size == null ? null : size.longValue()));
        }
        if (message.getAudio() != null) {
            uploads.add(upload(message.getAudio().getFileName(), message.getAudio().getFileId(), message.getAudio().getFileSize()));
        }
        if (message.getVoice() != null) {
            uploads.add(upload("voice.ogg", message.getVoice().getFileId(), message.getVoice().getFileSize()));
        }
        return uploads;
    }

    private static Found upload(@Nullable String name, String id, @Nullable Long size) {
        return new Found(name == null ? "file" : name, id, size == null ? OptionalLong.empty() : OptionalLong.of(size));
    }

    /** Opens a file, streamed. What is too large is not asked for. */
    InputStream open(TelegramUpload upload) throws IOException {
        if (upload.declaredSize().orElse(0) > limits.mostBytes()) {
            throw tooLarge(upload.language(), limits.mostBytes());
        }
        String path = path(upload);
        if (path.startsWith("/")) {
            return local(path);
        }
        Response response = http.newCall(new Request.Builder().url(address(path)).build()).execute();
        if (!response.isSuccessful()) {
            response.close();
            throw new IOException("Telegram answers " + response.code() + " for a file");
        }
        return response.body().byteStream();
    }

    private UploadRefusedException tooLarge(Locale language, long most) {
        return new UploadRefusedException(Phrase.literal(texts.text(language, "telegram.file-too-large", most >> 20)));
    }

    private String path(TelegramUpload upload) throws IOException {
        try {
            String path = telegram.execute(new GetFile(upload.id())).getFilePath();
            if (path == null || path.contains("..")) {
                throw new IOException("Telegram tells no path of a file");
            }
            return path;
        } catch (TelegramApiRequestException refused) {
            if (String.valueOf(refused.getApiResponse()).contains("too big")) {
                throw tooLarge(upload.language(), MOST_FROM_CLOUD);
            }
            throw new IOException("Telegram does not give a file: status " + refused.getErrorCode());
        } catch (TelegramApiException refused) {
            throw new IOException("Telegram does not give a file: " + refused.getClass().getSimpleName());
        }
    }

    /** A local Bot API server names files of its own disk: only those in the folder that the operator named are read. */
    private InputStream local(String path) throws IOException {
        if (limits.localFiles().isEmpty()) {
            log.warn("The Bot API server names files on its own disk. To read them, set local-files in plugins/telegram/config.yml.");
            throw new IOException("local-files is not set");
        }
        Path folder = limits.localFiles().get();
        Path file = Path.of(path).toRealPath();
        if (!file.startsWith(folder.toRealPath())) {
            throw new IOException("the Bot API server names a file outside local-files");
        }
        return Files.newInputStream(file);
    }

    /** Never shown, logged or stored. */
    private HttpUrl address(String path) {
        return new HttpUrl.Builder()
                .scheme(api.url().getSchema())
                .host(api.url().getHost())
                .port(api.url().getPort())
                .addPathSegment("file")
                .addPathSegment("bot" + api.token().reveal())
                .addPathSegments(path)
                .build();
    }

    private record Found(String name, String id, OptionalLong size) {}
}
