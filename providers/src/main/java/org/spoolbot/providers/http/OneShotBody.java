package org.spoolbot.providers.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A body that OkHttp never sends twice: on a dropped connection, a 408 or a 503 it would repeat a paid call by itself. */
final class OneShotBody extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final RequestBody content;

    OneShotBody(RequestBody content) {
        this.content = content;
    }

    static OneShotBody json(String json) {
        return new OneShotBody(RequestBody.create(json, JSON));
    }

    @Override
    public @Nullable MediaType contentType() {
        return content.contentType();
    }

    @Override
    public long contentLength() throws IOException {
        return content.contentLength();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        content.writeTo(sink);
    }
}
