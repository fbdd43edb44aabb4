package org.spoolbot.providers.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.spoolbot.api.error.ErrorKind;
import org.spoolbot.api.provider.ProviderException;

/** What every download of a clip has in common: its time limits, its size limit, and what a refusal means. */
final class ClipBody {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(60);
    private static final Duration IN_ALL = Duration.ofMinutes(10);

    private ClipBody() {}

    static OkHttpClient.Builder patient(OkHttpClient.Builder builder) {
        return builder.readTimeout(BETWEEN_BYTES).callTimeout(IN_ALL);
    }

    /** Streams the body of a success to a file that does not exist yet. */
    static void save(Response response, Path target, long maxBytes) throws IOException, ProviderException {
        if (!response.isSuccessful()) {
            throw refused(response.code());
        }
        if (response.body().contentLength() > maxBytes) {
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

    static ProviderException brokeOff(IOException fault) {
        return new ProviderException(ErrorKind.UPSTREAM, "download broke off: " + fault.getClass().getSimpleName());
    }

    private static ProviderException refused(int status) {
        ErrorKind kind = status >= 500 || status == 429 ? ErrorKind.UPSTREAM : ErrorKind.NOT_FOUND;
        return new ProviderException(kind, "download refused with " + status);
    }

    private static ProviderException tooLarge(long maxBytes) {
        return new ProviderException(ErrorKind.STORAGE, "the clip is larger than " + maxBytes + " bytes");
    }
}
