package org.spoolbot.telegram.connection;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Tells calls that failed before all of the request was written, which are surely not done, from those of which nobody knows. */
final class WriteWatch implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        if (body == null) {
            return chain.proceed(request);
        }
        Watched watched = new Watched(body);
        try {
            return chain.proceed(request.newBuilder().method(request.method(), watched).build());
        } catch (IOException failed) {
            throw watched.written.get() ? failed : new NotSentException(failed);
        }
    }

    private static final class Watched extends RequestBody {
        private final RequestBody body;
        private final AtomicBoolean written = new AtomicBoolean();

        Watched(RequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
            written.set(true);
        }
    }
}
