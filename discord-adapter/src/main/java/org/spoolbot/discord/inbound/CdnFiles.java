package org.spoolbot.discord.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.spoolbot.api.media.Upload;

/** The files that members attach, read from where Discord keeps them. */
public final class CdnFiles {
    static final int MOST = 50;
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final OkHttpClient client;
    private final boolean plainHttp;

    /**
     * Reads with the given client's connections, but follows nobody elsewhere.
     *
     * @param apiUrl where the API is; only a test server without encryption has files without encryption
     */
    public CdnFiles(OkHttpClient client, URI apiUrl) {
        this.client = client.newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .readTimeout(SILENCE)
                .callTimeout(Duration.ZERO)
                .build();
        this.plainHttp = "http".equals(apiUrl.getScheme());
    }

    /** The attachments as files to be read later. */
    List<Upload> of(Collection<Message.Attachment> attachments) {
        return attachments.stream().limit(MOST).map(this::of).toList();
    }

    /** The attachment as a file to be read later. */
    Upload of(Message.Attachment attachment) {
        return new DiscordUpload(this, attachment.getFileName(), attachment.getSize(), attachment.getUrl());
    }

    /** Opens an address of Discord's. The address is signed, so no fault may tell it. */
    InputStream open(String address) throws IOException {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null || !(url.isHttps() || plainHttp)) {
            throw new IOException("Discord gave a file no usable address");
        }
        Response response = client.newCall(new Request.Builder().url(url).build()).execute();
        if (response.code() == 200) {
            return response.body().byteStream();
        }
        int code = response.code();
        response.close();
        throw new IOException("Discord answers " + code + " for the file");
    }
}
