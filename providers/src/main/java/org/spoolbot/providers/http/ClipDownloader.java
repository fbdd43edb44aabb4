package org.spoolbot.providers.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.ProviderException;

/** Downloads finished clips by signed address: without any key, streamed, under a size limit. Thread-safe. */
public final class ClipDownloader {
    private final OkHttpClient client;
    private final boolean loopbackAllowed;

    /** Loopback and plain http are allowed only where the gateway itself is on loopback. */
    public ClipDownloader(OkHttpClient shared, URI gateway) {
        loopbackAllowed = isLoopback(gateway.getHost());
        OkHttpClient.Builder builder = ClipBody.patient(shared.newBuilder().followSslRedirects(false));
        client = loopbackAllowed ? builder.build() : builder.socketFactory(new OutsideSockets()).build();
    }

    /** Downloads to a file that does not exist yet. */
    public void download(URI source, Path target, long maxBytes) throws ProviderException {
        HttpUrl url = checked(source);
        Request request = new Request.Builder().url(url).header("Accept-Encoding", "identity").build();
        try (Response response = client.newCall(request).execute()) {
            ClipBody.save(response, target, maxBytes);
        } catch (IOException fault) {
            throw ClipBody.brokeOff(fault);
        }
    }

    private HttpUrl checked(URI source) throws ProviderException {
        HttpUrl url = HttpUrl.get(source);
        if (url == null || !url.isHttps() && !(loopbackAllowed && isLoopback(url.host()))) {
            throw new ProviderException(ErrorKind.PROTOCOL, "the clip's address is not https");
        }
        return url;
    }

    /** Whether a host name means this machine. */
    public static boolean isLoopback(String host) {
        requireNonNull(host, "host is null");
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1") || host.equals("[::1]");
    }
}
