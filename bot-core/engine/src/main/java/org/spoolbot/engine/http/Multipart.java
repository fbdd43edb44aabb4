package org.spoolbot.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;
import org.jspecify.annotations.Nullable;
import org.spoolbot.api.http.HttpException;
import org.spoolbot.api.http.HttpRequest;

/** The parts of a form, each in a file of the working folder. */
final class Multipart implements AutoCloseable {
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int MAX_TEXT_BYTES = 64 * 1024;

    private final MultiPartFormData.Parts form;

    private Multipart(MultiPartFormData.Parts form) {
        this.form = form;
    }

    static Multipart read(
            Content.Source body, @Nullable String contentType, HttpRequest.PartLimits limits, WorkFolder workFolder)
            throws HttpException, IOException {
        String boundary = contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
                ? null
                : MultiPart.extractBoundary(contentType);
        if (boundary == null) {
            throw new HttpException(400, "The body has to be multipart/form-data.");
        }
        MultiPartFormData.Parser parser = parser(boundary, limits, workFolder.made());
        try (Blocker.Promise<MultiPartFormData.Parts> promise = Blocker.promise()) {
            parser.parse(body, promise);
            return new Multipart(promise.block());
        } catch (IOException | RuntimeException failure) {
            throw refusal(failure, limits);
        }
    }

    private static MultiPartFormData.Parser parser(String boundary, HttpRequest.PartLimits limits, Path files) {
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setFilesDirectory(files);
        parser.setMaxMemoryFileSize(0);
        parser.setUseFilesForPartsWithoutFileName(true);
        parser.setMaxLength(limits.maxBytes());
        parser.setMaxFileSize(limits.maxPartBytes());
        parser.setMaxParts(limits.maxParts());
        parser.setPartHeadersMaxLength(MAX_HEADER_BYTES);
        return parser;
    }

    /** The parser tells a limit from bad syntax only by the type of the cause. */
    private static HttpException refusal(Throwable failure, HttpRequest.PartLimits limits) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalStateException) {
                return new HttpException(413, "The form is too large: at most " + limits.maxParts() + " parts of "
                        + limits.maxPartBytes() + " bytes each, " + limits.maxBytes() + " bytes in all.");
            }
        }
        return new HttpException(400, "The form is malformed or was cut off.");
    }

    List<HttpRequest.Part> parts() {
        List<HttpRequest.Part> parts = new ArrayList<>();
        form.forEach(part -> parts.add(new FormPart(part)));
        return parts;
    }

    @Override
    public void close() {
        form.close();
    }

    private record FormPart(MultiPart.Part part) implements HttpRequest.Part {
        @Override
        public String name() {
            return Optional.ofNullable(part.getName()).orElse("");
        }

        @Override
        public Optional<String> fileName() {
            return Optional.ofNullable(part.getFileName()).map(FormPart::withoutFolders);
        }

        /** Whoever resolves it against a folder stays in that folder. */
        private static String withoutFolders(String claimed) {
            String last = claimed.substring(Math.max(claimed.lastIndexOf('/'), claimed.lastIndexOf('\\')) + 1);
            String name = last.replaceAll("\\p{Cntrl}", "");
            return name.equals(".") || name.equals("..") ? "file" : name;
        }

        @Override
        public Optional<String> contentType() {
            return Optional.ofNullable(part.getHeaders().get(HttpHeader.CONTENT_TYPE));
        }

        @Override
        public long size() {
            return part.getLength();
        }

        @Override
        public String text() throws IOException {
            try (InputStream content = Content.Source.asInputStream(part.newContentSource(null, 0, -1))) {
                byte[] bytes = content.readNBytes(MAX_TEXT_BYTES + 1);
                if (bytes.length > MAX_TEXT_BYTES) {
                    throw new CappedStream.TooLongException();
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }

        @Override
        public void moveTo(Path target) throws IOException {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            part.writeTo(target);
        }
    }
}
