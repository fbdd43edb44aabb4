package org.spoolbot.engine.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Words the faults that are found before a request reaches us; of what happened inside nothing is told. */
final class PlainErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? 500 : response.getStatus();
        ByteBuffer body = body(status);
        response.setStatus(status);
        describe(response.getHeaders(), body.remaining());
        response.write(true, body, callback);
        return true;
    }

    private static void describe(HttpFields.Mutable fields, int length) {
        fields.put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        fields.put("X-Content-Type-Options", "nosniff");
        fields.put(HttpHeader.CONTENT_LENGTH, length);
    }

    private static ByteBuffer body(int status) {
        String text = "{\"error\":\"" + HttpStatus.getMessage(status) + "\"}";
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
