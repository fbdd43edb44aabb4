package org.spoolbot.telegram.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.spoolbot.api.media.Upload;
import org.spoolbot.telegram.connection.BotApi;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
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
    private final Optional<Path> localFiles;

    FileDesk(BotApi api, TelegramClient telegram, OkHttpClient http, Optional<Path> localFiles) {
        this.api = api;
        this.telegram = telegram;
        this.http = http;
        this.localFiles = localFiles;
    }

    /** The files of a message, then those of the message it replies to unless that is the bot's. */
    List<Upload> of(Message message, Self self) {
        List<Upload> uploads = new ArrayList<>(of(message));
        Message answered = message.getReplyToMessage();
        if (answered != null && (answered.getFrom() == null || answered.getFrom().getId() != self.id())) {
            uploads.addAll(of(answered));
        }
        return uploads;
    }

    private List<Upload> of(Message message) {
        List<Upload> uploads = new ArrayList<>();
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

    private Upload upload(@org.jspecify.annotations.Nullable String name, String id, @org.jspecify.annotations.Nullable Long size) {
        OptionalLong declared = size == null ? OptionalLong.empty() : OptionalLong.of(size);
        return new TelegramUpload(name == null ? "file" : name, id, declared, this);
    }

    /** Opens a file, streamed. */
    InputStream open(String id) throws IOException {
        String path = path(id);
        if (path.startsWith("/")) {
            return local(path);
        }
        Request request = new Request.Builder().url(address(path).toString()).build();
        Response response = http.newCall(request).execute();
        if (!response.isSuccessful()) {
            response.close();
            throw new IOException("Telegram answers " + response.code() + " for a file");
        }
        return response.body().byteStream();
    }

    private String path(String id) throws IOException {
        try {
            String path = telegram.execute(new GetFile(id)).getFilePath();
            if (path == null || path.contains("..")) {
                throw new IOException("Telegram tells no path of a file");
            }
            return path;
        } catch (TelegramApiException refused) {
            throw new IOException("Telegram does not give a file: " + refused.getClass().getSimpleName());
        }
    }

    /** A local Bot API server names files of its own disk: only those in the folder that the operator named are read. */
    private InputStream local(String path) throws IOException {
        Path folder = localFiles.orElseThrow(() ->
                new IOException("the Bot API server names files on its own disk; set local-files in plugins/telegram/config.yml"));
        Path file = Path.of(path).toRealPath();
        if (!file.startsWith(folder.toRealPath())) {
            throw new IOException("the Bot API server names a file outside local-files");
        }
        return Files.newInputStream(file);
    }

    /** Never shown, logged or stored. */
    private URI address(String path) {
        return api.address().resolve("/file/bot" + api.token().reveal() + "/" + path);
    }
}
