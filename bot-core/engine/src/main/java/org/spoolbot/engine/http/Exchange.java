package org.spoolbot.engine.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spoolbot.api.http.HttpResponse;

/** One request and the place of its answer. Blocks while it writes. */
record Exchange(Request request, Response response) {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final long MOST_HEARD_OUT = 1 << 20;
    private static final int BUFFER_BYTES = 8 * 1024;

    static HttpResponse error(int status, String message) {
        String json = JsonNodeFactory.instance.objectNode().put("error", message).toString();
        return HttpResponse.json(status, json).with("Cache-Control", "no-store");
    }

    Optional<String> header(HttpHeader name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    FilePlan.Wishes wishes() {
        boolean mayAsk = request.getMethod().equals("GET");
        return new FilePlan.Wishes(
                mayAsk ? header(HttpHeader.RANGE) : Optional.empty(),
                header(HttpHeader.IF_RANGE),
                header(HttpHeader.IF_NONE_MATCH));
    }

    /** Sets the status and the headers, with the server's own where the answer says nothing. */
    void begin(int status, Map<String, String> headers) {
        response.setStatus(status);
        HttpFields.Mutable fields = response.getHeaders();
        headers.forEach((name, value) -> fields.put(name, value.replaceAll("[\\r\\n\\x00]", " ")));
        keep(fields, "X-Content-Type-Options", "nosniff");
        keep(fields, "Referrer-Policy", "no-referrer");
        keep(fields, "Cross-Origin-Resource-Policy", "same-origin");
    }

    private static void keep(HttpFields.Mutable fields, String name, String value) {
        if (!fields.contains(name)) {
            fields.put(name, value);
        }
    }

    void length(long bytes) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes);
    }

    OutputStream stream() {
        return new ClientStream(Content.Sink.asOutputStream(response));
    }

    /**
     * Reads the rest of a body that is not too large, once the answer is written: a connection that is closed on somebody who still sends
     * takes the answer with it.
     */
    void hearOut() {
        if (request.getLength() > MOST_HEARD_OUT || header(HttpHeader.EXPECT).isPresent()) {
            return;
        }
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream rest = Content.Source.asInputStream(request)) {
            long heard = 0;
            for (int read = rest.read(buffer); read >= 0 && heard < MOST_HEARD_OUT; read = rest.read(buffer)) {
                heard += read;
            }
        } catch (IOException | RuntimeException cutOff) {
            LOG.debug("a client that was refused ended in the middle: {}", cutOff.getClass().getSimpleName());
        }
    }

    /** Writes the rest of the answer. */
    void finish(byte[] content) throws IOException {
        try (Blocker.Callback written = Blocker.callback()) {
            response.write(true, ByteBuffer.wrap(isHead() ? new byte[0] : content), written);
            written.block();
        } catch (IOException fault) {
            throw new ClientFaultException(fault);
        }
    }
}
