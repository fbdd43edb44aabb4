package org.spoolbot.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpRequest;

/** A request made by hand. Not thread-safe. */
public final class FakeRequest implements HttpRequest {
    private final String method;
    private final String path;
    private final Map<String, String> queries = new TreeMap<>();
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> cookies = new TreeMap<>();
    private final List<Part> parts = new ArrayList<>();
    private byte[] content = new byte[0];
    private InetAddress remoteAddress = InetAddress.getLoopbackAddress();

    private FakeRequest(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** A GET. */
    public static FakeRequest get(String path) {
        return new FakeRequest("GET", path);
    }

    /** The same, sent from there instead of from this machine. */
    public FakeRequest from(InetAddress address) {
        remoteAddress = address;
        return this;
    }

    /** A POST with JSON. */
    public static FakeRequest post(String path, String json) {
        FakeRequest request = new FakeRequest("POST", path);
        request.content = json.getBytes(StandardCharsets.UTF_8);
        return request.header("Content-Type", "application/json");
    }

    /** A POST of a form. */
    public static FakeRequest form(String path) {
        return new FakeRequest("POST", path).header("Content-Type", "multipart/form-data");
    }

    /** With a query parameter. */
    public FakeRequest query(String name, String value) {
        queries.put(name, value);
        return this;
    }

    /** With a header. */
    public FakeRequest header(String name, String value) {
        headers.put(name, List.of(value));
        return this;
    }

    /** With a cookie. */
    public FakeRequest cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    /** With a field of the form. */
    public FakeRequest field(String name, String value) {
        parts.add(new FakePart(name, Optional.empty(), "text/plain", value.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** With a file in the form. */
    public FakeRequest file(String name, String fileName, String contentType, byte[] bytes) {
        parts.add(new FakePart(name, Optional.of(fileName), contentType, bytes.clone()));
        return this;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(queries.get(name));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    @Override
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    @Override
    public InetAddress remoteAddress() {
        return remoteAddress;
    }

    @Override
    public boolean isPublic() {
        return false;
    }

    @Override
    public InputStream body(long maxBytes) throws HttpException {
        if (content.length > maxBytes) {
            throw new HttpException(413, "over " + maxBytes + " bytes");
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public List<Part> parts(PartLimits limits) throws HttpException {
        if (!header("content-type").orElse("").toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw new HttpException(400, "not multipart");
        }
        if (parts.size() > limits.maxParts() || parts.stream().anyMatch(part -> part.size() > limits.maxPartBytes())) {
            throw new HttpException(413, "over the limits");
        }
        return List.copyOf(parts);
    }

    @Override
    public Map<String, List<String>> headers() {
        return Map.copyOf(headers);
    }

    private record FakePart(String name, Optional<String> fileName, String type, byte[] bytes) implements Part {
        @Override
        public Optional<String> contentType() {
            return Optional.of(type);
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public void moveTo(Path target) throws IOException {
            Files.write(target, bytes);
        }
    }
}
