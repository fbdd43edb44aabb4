package org.spoolbot.providers.sandbox.evolink;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.BufferedSource;
import okio.Okio;
import org.spoolbot.providers.sandbox.serve.Call;
import org.spoolbot.providers.sandbox.serve.RecordedRequest;
import org.spoolbot.providers.sandbox.serve.RefusedRequest;
import org.spoolbot.providers.sandbox.shelf.ShelvedFile;
import org.spoolbot.providers.sandbox.task.ClipMaker;

/** Reads the form of a streamed upload: one part {@code file}, and two texts that may be left out. */
final class UploadForm {

    private static final Pattern NAME = Pattern.compile("(?i)form-data;.*?\\bname=\"([^\"]{0,100})\".*");
    private static final Pattern FILE_NAME = Pattern.compile("(?i).*\\bfilename=\"([^\"]{0,300})\".*");
    private static final Set<String> TEXTS = Set.of("uploadPath", "fileName", "upload_path", "file_name");
    private static final int LONGEST_TEXT = 1_000;

    private final EvolinkFiles files;
    private final Map<String, String> texts = new HashMap<>();
    private Optional<Path> received = Optional.empty();
    private String name = "";

    UploadForm(EvolinkFiles files) {
        this.files = files;
    }

    /** Reads the form; its file goes to disk as it streams past, and away again if the rest is wrong. */
    EvolinkFilesFront.Upload read(Call call) throws IOException, RefusedRequest {
        MediaType type = MediaType.parse(call.header("Content-Type").orElse(""));
        String boundary = type == null ? null : type.parameter("boundary");
        if (type == null || boundary == null || !type.type().equals("multipart") || !type.subtype().equals("form-data")) {
            throw wrong("multipart/form-data is expected");
        }
        try (MultipartReader reader = new MultipartReader(Okio.buffer(Okio.source(call.body())), boundary)) {
            for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
                readPart(part);
            }
        } catch (EOFException | ProtocolException e) {
            discard();
            throw wrong("the form is not well formed");
        } catch (RefusedRequest e) {
            discard();
            throw e;
        }
        Path path = received.orElseThrow(() -> wrong("a part named file is expected"));
        ShelvedFile file = files.keep(path, texts.getOrDefault("fileName", texts.getOrDefault("file_name", name)));
        call.note(List.of(new RecordedRequest.Part("file", file.label(), file.type(), "", file.bytes())));
        return new EvolinkFilesFront.Upload(file, texts.getOrDefault("uploadPath", texts.getOrDefault("upload_path", "")));
    }

    private void readPart(MultipartReader.Part part) throws IOException, RefusedRequest {
        String disposition = Optional.ofNullable(part.headers().get("Content-Disposition")).orElse("");
        Matcher matcher = NAME.matcher(disposition);
        String field = matcher.matches() ? matcher.group(1) : "";
        if (field.equals("file") && received.isEmpty()) {
            Matcher fileName = FILE_NAME.matcher(disposition);
            name = fileName.matches() ? fileName.group(1) : "";
            received = Optional.of(files.receive(part.body().inputStream()));
            return;
        }
        if (!TEXTS.contains(field) || texts.containsKey(field)) {
            throw wrong("there is no such part, or it is there twice: " + field);
        }
        texts.put(field, text(part.body()));
    }

    private static String text(BufferedSource body) throws IOException, RefusedRequest {
        if (body.request(LONGEST_TEXT + 1L)) {
            throw wrong("a text is too long");
        }
        return body.readString(StandardCharsets.UTF_8);
    }

    private void discard() {
        received.ifPresent(ClipMaker::discard);
    }

    private static RefusedRequest wrong(String reason) {
        return new RefusedRequest(EvolinkFileFaults.FILES.unusable(reason));
    }
}
