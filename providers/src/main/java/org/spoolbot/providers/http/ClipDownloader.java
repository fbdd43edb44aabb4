package org.spoolbot.providers.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.ProviderException;

/** Downloads finished clips by signed address: without any key, streamed, under a size limit. Thread-safe. */
public final class ClipDownloader {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final OkHttpClient client;
    private final boolean loopbackAllowed;

    /** Loopback and plain http are allowed only where the gateway itself is on loopback. */
    public ClipDownloader(OkHttpClient shared, URI gateway) {
        loopbackAllowed = isLoopback(gateway.getHost());
        OkHttpClient.Builder builder = shared.newBuilder()
                .followSslRedirects(false)
                .readTimeout(Duration.ofSeconds(60))
                .callTimeout(Duration.ofMinutes(10));
        client = loopbackAllowed ? builder.build() : builder.socketFactory(new OutsideSockets()).build();
    }

    /** Downloads to a file that does not exist yet. */
    public void download(URI source, Path target, long maxBytes) throws ProviderException {
        HttpUrl url = checked(source);
        Request request = new Request.Builder().url(url).header("Accept-Encoding", "identity").build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw refused(response.code());
            }
            copy(response, target, maxBytes);
        } catch (IOException fault) {
            throw new ProviderException(ErrorKind.UPSTREAM, "download broke off: " + fault.getClass().getSimpleName());
        }
    }

    private HttpUrl checked(URI source) throws ProviderException {
        HttpUrl url = HttpUrl.get(source);
        if (url == null || !url.isHttps() && !(loopbackAllowed && isLoopback(url.host()))) {
            throw new ProviderException(ErrorKind.PROTOCOL, "the clip's address is not https");
        }
        return url;
    }

    private static ProviderException refused(int status) {
        ErrorKind kind = status >= 500 || status == 429 ? ErrorKind.UPSTREAM : ErrorKind.NOT_FOUND;
        return new ProviderException(kind, "download refused with " + status);
    }

    private static void copy(Response response, Path target, long maxBytes) throws IOException, ProviderException {
        long declared = response.body().contentLength();
        if (declared > maxBytes) {
            throw tooLarge(maxBytes);
        }
        try (InputStream in = response.body().byteStream();
                OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > maxBytes) {
                    throw tooLarge(maxBytes);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static ProviderException tooLarge(long maxBytes) {
        return new ProviderException(ErrorKind.STORAGE, "the clip is larger than " + maxBytes + " bytes");
    }

    /** Whether a host name means this machine. */
    public static boolean isLoopback(String host) {
        requireNonNull(host, "host is null");
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1") || host.equals("[::1]");
    }
}
