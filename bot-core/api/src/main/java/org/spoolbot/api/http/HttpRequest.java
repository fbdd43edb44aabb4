package org.spoolbot.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request, valid until its handler returns. */
public interface HttpRequest {
    /** {@code GET}, {@code POST} … */
    String method();

    /** The decoded path below the mount, starting with {@code /}; never with {@code ..}. */
    String path();

    /** The first value of a query parameter. */
    Optional<String> query(String name);

    /** The first value of a header, by any case. */
    Optional<String> header(String name);

    /** The value of a cookie. */
    Optional<String> cookie(String name);

    /** Who is connected. */
    InetAddress remoteAddress();

    /** Whether the request came in under the public name of the server rather than a loopback name. */
    boolean isPublic();

    /**
     * The body as a stream, at most {@code maxBytes}; reading further fails with {@link IOException}.
     *
     * @throws HttpException 413 if the declared length is over it
     */
    InputStream body(long maxBytes) throws HttpException, IOException;

    /**
     * The parts of a {@code multipart/form-data} body, streamed to files in a temporary folder of the server. Files that are not moved
     * away are deleted when the handler returns.
     *
     * @throws HttpException 400 if it is not multipart, 413 over a limit
     */
    List<Part> parts(PartLimits limits) throws HttpException, IOException;

    /** The media types and parameters of all headers, for forwarding; rarely needed. */
    Map<String, List<String>> headers();

    /**
     * Limits of a multipart body.
     *
     * @param maxBytes of the whole body
     * @param maxPartBytes of one part
     * @param maxParts how many
     */
    record PartLimits(long maxBytes, long maxPartBytes, int maxParts) {}

    /** A part of a multipart body. */
    interface Part {
        /** The field's name. */
        String name();

        /** The file's name; foreign text. Empty for plain fields. */
        Optional<String> fileName();

        /** The media type the client claims; foreign text. */
        Optional<String> contentType();

        /** Its size in bytes. */
        long size();

        /** Its content as UTF-8 text, at most 64 KiB. */
        String text() throws IOException;

        /** Moves its content to a file that does not exist yet. */
        void moveTo(Path target) throws IOException;
    }
}
