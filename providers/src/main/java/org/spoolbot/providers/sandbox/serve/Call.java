package org.spoolbot.providers.sandbox.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One request and its answer, of which the request log learns. */
public final class Call {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAINTENANCE = "<!doctype html><title>Maintenance</title><h1>Back soon</h1>";

    private final HttpExchange exchange;
    private final RequestLog.Entry entry;

    Call(HttpExchange exchange, RequestLog.Entry entry) {
        this.exchange = exchange;
        this.entry = entry;
    }

    /**
     * The method.
     *
     * @return such as POST
     */
    public String method() {
        return exchange.getRequestMethod();
    }

    /**
     * The path.
     *
     * @return the path, decoded
     */
    public String path() {
        return exchange.getRequestURI().getPath();
    }

    String uri() {
        return exchange.getRequestURI().toString();
    }

    /**
     * The parameters after the question mark.
     *
     * @return the parameters
     */
    public Query query() {
        return Query.of(exchange);
    }

    /**
     * A header of the request.
     *
     * @param name its name
     * @return its first value
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /**
     * The body of the request.
     *
     * @return the stream
     */
    public InputStream body() {
        return exchange.getRequestBody();
    }

    /**
     * Notes what was sent, for tests.
     *
     * @param body the body as text
     */
    public void note(String body) {
        entry.note(body);
    }

    /**
     * Notes what was sent, for tests.
     *
     * @param parts the parts of the body
     */
    public void note(List<RecordedRequest.Part> parts) {
        entry.note(parts);
    }

    /**
     * Sets a header of the answer.
     *
     * @param name its name
     * @param value its value
     */
    public void answerHeader(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    /**
     * Answers.
     *
     * @param status HTTP status
     * @param body the body
     * @throws IOException if the caller went away
     */
    public void json(int status, JsonNode body) throws IOException {
        send(status, "application/json; charset=utf-8", JSON.writeValueAsBytes(body));
    }

    /**
     * Answers.
     *
     * @param status HTTP status
     * @param contentType the type of the body
     * @param body the body
     * @throws IOException if the caller went away
     */
    public void text(int status, String contentType, String body) throws IOException {
        send(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Answers as a gateway in maintenance does: with a web page and success.
     *
     * @throws IOException if the caller went away
     */
    public void html() throws IOException {
        text(200, "text/html; charset=utf-8", MAINTENANCE);
    }

    void refuse(Faults faults, Fault fault) throws IOException {
        String requestId = UUID.randomUUID().toString().replace("-", "");
        answerHeader("X-Request-Id", requestId);
        json(fault.status(), faults.envelope(fault, requestId));
    }

    /** The lie that real gateways tell: the body is plain, its header says gzip. */
    void claimGzip() {
        if (!header("Accept-Encoding").orElse("").strip().equalsIgnoreCase("identity")) {
            answerHeader("Content-Encoding", "gzip");
        }
    }

    /** Starts an answer whose body the caller of this method writes; a length of -1 is no body. */
    OutputStream start(int status, long length) throws IOException {
        entry.answered(status);
        exchange.sendResponseHeaders(status, length);
        return exchange.getResponseBody();
    }

    private void send(int status, String contentType, byte[] body) throws IOException {
        answerHeader("Content-Type", contentType);
        OutputStream stream = start(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            stream.write(body);
        }
        exchange.close();
    }

    /** Ends the exchange; without an answer, the connection is cut. */
    void close() {
        exchange.close();
    }
}
