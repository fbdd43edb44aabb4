package org.spoolbot.providers.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.spoolbot.api.config.Secret;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.ProviderException;

/** Calls one gateway with its key. Never repeats a call, never follows a redirect with the key. Thread-safe. */
public final class GatewayClient {
    /** An answer longer than this is cut off and will not be understood. */
    public static final int MAX_ANSWER_BYTES = 1 << 20;

    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    private final OkHttpClient client;
    private final OkHttpClient paying;
    private final OkHttpClient downloading;
    private final HttpUrl base;
    private final Secret key;

    /** For the gateway at that address; {@code answerWithin} is the most time between two bytes of an answer. */
    public GatewayClient(OkHttpClient shared, URI base, Secret key, Duration answerWithin) {
        this.client = shared.newBuilder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .readTimeout(answerWithin)
                .writeTimeout(answerWithin)
                .callTimeout(answerWithin.multipliedBy(2))
                .build();
        this.downloading = ClipBody.patient(client.newBuilder()).build();
        // A gateway may close an idle connection in the moment a call goes out over it, and then nobody knows whether the call was read.
        this.paying = client.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).build();
        this.base = requireNonNull(HttpUrl.get(base), "base is no http address");
        this.key = requireNonNull(key, "key is null");
    }

    /** Sends JSON once, over a connection of its own. */
    public CallResult post(String path, String json) {
        return call(paying, request(path).post(OneShotBody.json(json)).build());
    }

    /** Sends a form once, over a connection of its own; files are streamed. */
    public CallResult postForm(String path, List<FormPart> parts) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        for (FormPart part : parts) {
            switch (part) {
                case FormPart.Text(String name, String text) -> form.addFormDataPart(name, text);
                case FormPart.File(String name, String fileName, String mimeType, Path file) ->
                    form.addFormDataPart(name, fileName, RequestBody.create(file.toFile(), MediaType.get(mimeType)));
            }
        }
        return call(paying, request(path).post(new OneShotBody(form.build())).build());
    }

    /** Asks; the path may hold a query. */
    public CallResult get(String path) {
        return call(client, request(path).get().build());
    }

    /** Whether the gateway runs on this machine: a sandbox, to which plain http may be said. */
    public boolean isLoopback() {
        return ClipDownloader.isLoopback(base.host());
    }

    /** Deletes. */
    public CallResult delete(String path) {
        return call(client, request(path).delete().build());
    }

    /**
     * Downloads a clip from the gateway itself, with its key, to a file that does not exist yet.
     *
     * @return where the gateway sends us instead, to be fetched without the key; empty if the file is here
     */
    public Optional<URI> download(String path, Path target, long maxBytes) throws ProviderException {
        try (Response response = downloading.newCall(clip(path)).execute()) {
            if (response.isRedirect()) {
                return Optional.of(elsewhere(response));
            }
            if (response.isSuccessful() && !isClip(response)) {
                throw new ProviderException(ErrorKind.PROTOCOL, "the download is no clip");
            }
            ClipBody.save(response, target, maxBytes);
            return Optional.empty();
        } catch (IOException fault) {
            throw ClipBody.brokeOff(fault);
        }
    }

    /** Whether {@link #download} would find a clip there now. Reads nothing of it. */
    public boolean offersClip(String path) {
        try (Response response = client.newCall(clip(path)).execute()) {
            return response.isSuccessful() && response.body().contentType() != null && isClip(response);
        } catch (IOException unreachable) {
            return false;
        }
    }

    private Request clip(String path) {
        return request(path).header("Accept", "*/*").get().build();
    }

    private static boolean isClip(Response response) {
        MediaType type = response.body().contentType();
        return type == null || type.type().equals("video") || type.subtype().equals("octet-stream");
    }

    private static URI elsewhere(Response response) throws ProviderException {
        String location = response.header("Location");
        HttpUrl url = location == null ? null : response.request().url().resolve(location);
        if (url == null) {
            throw new ProviderException(ErrorKind.PROTOCOL, "redirected to nowhere");
        }
        return url.uri();
    }

    /** The absolute address of a path at the gateway. */
    public URI address(String path) {
        return url(path).uri();
    }

    private HttpUrl url(String path) {
        return requireNonNull(HttpUrl.parse(withoutSlash(base.toString()) + path), "not an address");
    }

    private Request.Builder request(String path) {
        return new Request.Builder()
                .url(url(path))
                .header("Authorization", "Bearer " + key.reveal())
                // Some gateways mark plain bodies as gzip; an explicit encoding keeps OkHttp from unpacking them.
                .header("Accept-Encoding", "identity")
                .header("Accept", "application/json");
    }

    private CallResult call(OkHttpClient caller, Request request) {
        SentWatch watch = new SentWatch();
        OkHttpClient watched = caller.newBuilder().eventListener(watch).build();
        try (Response response = watched.newCall(request).execute()) {
            return new CallResult.Answered(response.code(), text(response), retryAfter(response));
        } catch (IOException fault) {
            String reason = fault.getClass().getSimpleName();
            return watch.sent() ? new CallResult.Lost(reason) : new CallResult.NotSent(reason);
        }
    }

    private static String text(Response response) throws IOException {
        try (InputStream body = response.body().byteStream()) {
            return new String(body.readNBytes(MAX_ANSWER_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static Optional<Duration> retryAfter(Response response) {
        String header = response.header("Retry-After");
        if (header == null || !header.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(header));
        return Optional.of(asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
