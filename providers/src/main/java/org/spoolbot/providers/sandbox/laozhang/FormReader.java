package org.spoolbot.providers.sandbox.laozhang;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.BufferedSource;
import okio.Okio;
import org.spoolbot.providers.sandbox.serve.Call;
import org.spoolbot.providers.sandbox.serve.RecordedRequest;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;

/** Reads a form part by part, files to disk, nothing beyond its bounds. */
final class FormReader {

    static final long LARGEST_FILE = 50L * 1024 * 1024;
    private static final int LARGEST_TEXT = 64 * 1024;
    private static final int MOST_PARTS = 32;

    private final Path folder;
    private final NewApiFaults faults;

    FormReader(Path folder, NewApiFaults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** Reads and notes a form; what is too long is skipped and marked by its length. */
    List<FormPart> read(Call call) throws IOException, RefusedRequest {
        String boundary = boundary(call.header("Content-Type").orElse(""));
        List<FormPart> parts = new ArrayList<>();
        boolean whole = false;
        try (MultipartReader reader = new MultipartReader(Okio.buffer(Okio.source(call.body())), boundary)) {
            readParts(reader, parts);
            whole = true;
        } catch (EOFException | ProtocolException | CharacterCodingException e) {
            throw new RefusedRequest(faults.invalid("body", "it is not a well-formed form"));
        } finally {
            if (!whole) {
                discard(parts);
            }
        }
        call.note(parts.stream().map(FormReader::recorded).toList());
        return parts;
    }

    private String boundary(String contentType) throws RefusedRequest {
        MediaType type = MediaType.parse(contentType);
        String boundary = type == null ? null : type.parameter("boundary");
        if (type == null || boundary == null || boundary.isEmpty() || !type.type().equals("multipart") || !type.subtype().equals("form-data")) {
            throw new RefusedRequest(faults.invalid("Content-Type", "multipart/form-data with a boundary is expected"));
        }
        return boundary;
    }

    private void readParts(MultipartReader reader, List<FormPart> parts) throws IOException, RefusedRequest {
        for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
            if (parts.size() == MOST_PARTS) {
                throw new RefusedRequest(faults.invalid("body", "it has more than " + MOST_PARTS + " parts"));
            }
            Optional<FormPart.Head> head = FormPart.Head.of(part.headers().get("Content-Disposition"), part.headers().get("Content-Type"));
            if (head.isEmpty()) {
                throw new RefusedRequest(faults.invalid("body", "a part has no name"));
            }
            parts.add(head.get().fileName().isPresent() ? file(head.get(), part.body()) : text(head.get(), part.body()));
        }
    }

    private static FormPart text(FormPart.Head head, BufferedSource body) throws IOException {
        if (body.request(LARGEST_TEXT + 1L)) {
            return new FormPart(head, "", Optional.empty(), LARGEST_TEXT + 1L);
        }
        byte[] bytes = body.readByteArray();
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return new FormPart(head, text, Optional.empty(), bytes.length);
    }

    private FormPart file(FormPart.Head head, BufferedSource body) throws IOException {
        Path file = Files.createTempFile(folder, "upload-", ".part");
        long total = 0;
        byte[] buffer = new byte[64 * 1024];
        try (OutputStream output = Files.newOutputStream(file)) {
            for (int count = body.read(buffer); count >= 0 && total <= LARGEST_FILE; count = body.read(buffer)) {
                output.write(buffer, 0, count);
                total += count;
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new FormPart(head, "", Optional.of(file), total);
    }

    private static RecordedRequest.Part recorded(FormPart part) {
        FormPart.Head head = part.head();
        return new RecordedRequest.Part(head.name(), head.fileName().orElse(""), head.contentType(), part.text(), part.bytes());
    }

    static boolean isTooLong(FormPart part) {
        return part.bytes() > (part.file().isPresent() ? LARGEST_FILE : LARGEST_TEXT);
    }

    static void discard(List<FormPart> parts) {
        for (FormPart part : parts) {
            try {
                if (part.file().isPresent()) {
                    Files.deleteIfExists(part.file().get());
                }
            } catch (IOException e) {
                part.file().ifPresent(file -> file.toFile().deleteOnExit());
            }
        }
    }
}
