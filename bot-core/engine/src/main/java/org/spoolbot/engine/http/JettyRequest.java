package org.spoolbot.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpRequest;

/** A request as a plugin sees it. */
final class JettyRequest implements HttpRequest, AutoCloseable {
    private final Request request;
    private final String path;
    private final boolean isPublic;
    private final WorkFolder workFolder;
    private final Fields query;
    private @Nullable Multipart multipart;

    JettyRequest(Request request, String path, boolean isPublic, WorkFolder workFolder) throws HttpException {
        this.request = request;
        this.path = path;
        this.isPublic = isPublic;
        this.workFolder = workFolder;
        this.query = queryOf(request);
    }

    private static Fields queryOf(Request request) throws HttpException {
        try {
            return Request.extractQueryParameters(request);
        } catch (RuntimeException malformed) {
            throw new HttpException(400, "The address has a malformed query.");
        }
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.getValue(name));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    @Override
    public Optional<String> cookie(String name) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    @Override
    public InetAddress remoteAddress() {
        SocketAddress address = request.getConnectionMetaData().getRemoteSocketAddress();
        return address instanceof InetSocketAddress internet && internet.getAddress() != null
                ? internet.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    @Override
    public boolean isPublic() {
        return isPublic;
    }

    @Override
    public InputStream body(long maxBytes) throws HttpException {
        checkDeclared(maxBytes);
        return new CappedStream(Content.Source.asInputStream(request), maxBytes);
    }

    @Override
    public List<Part> parts(PartLimits limits) throws HttpException, IOException {
        checkDeclared(limits.maxBytes());
        if (multipart == null) {
            multipart = Multipart.read(request, request.getHeaders().get(HttpHeader.CONTENT_TYPE), limits, workFolder);
        }
        return multipart.parts();
    }

    private void checkDeclared(long maxBytes) throws HttpException {
        if (request.getLength() > maxBytes) {
            throw tooLong(maxBytes);
        }
    }

    static HttpException tooLong(long maxBytes) {
        return new HttpException(413, "The body is too large; at most " + maxBytes + " bytes are taken.");
    }

    @Override
    public Map<String, List<String>> headers() {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (HttpField field : request.getHeaders()) {
            all.computeIfAbsent(field.getName(), name -> request.getHeaders().getValuesList(name));
        }
        return all;
    }

    /** Deletes the files that the plugin did not take. */
    @Override
    public void close() {
        if (multipart != null) {
            multipart.close();
        }
    }
}
