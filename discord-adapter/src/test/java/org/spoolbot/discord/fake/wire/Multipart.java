package org.spoolbot.discord.fake.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A multipart/form-data body (RFC 7578), read as it arrives: files go to disk, fields to memory. */
public final class Multipart {
    /** A part; a file has a name and stands on disk, a field has neither. */
    public record Part(String field, Optional<String> fileName, String contentType, byte[] value, Optional<Path> file, long size) {}

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern FIELD = Pattern.compile("[ ;]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

    private final InputStream source;
    private final byte[] delimiter;
    private final Path folder;

    private Multipart(InputStream source, byte[] delimiter, Path folder) {
        this.source = source;
        this.delimiter = delimiter;
        this.folder = folder;
    }

    /** Reads all parts; files go into the folder. */
    public static List<Part> read(Request request, Path folder) throws IOException {
        Matcher boundary = BOUNDARY.matcher(request.header("content-type").orElse(""));
        if (!boundary.find()) {
            throw new IOException("A multipart body without a boundary");
        }
        byte[] delimiter = ("\r\n--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
        return new Multipart(new Unlocked.Input(request.body()), delimiter, folder).parts();
    }

    private List<Part> parts() throws IOException {
        List<Part> parts = new ArrayList<>();
        copy(OutputStream.nullOutputStream(), 2);
        while (!"--".equals(Head.line(source))) {
            parts.add(part());
        }
        return List.copyOf(parts);
    }

    private Part part() throws IOException {
        String disposition = "";
        String type = "text/plain";
        for (String line = Head.line(source); !line.isEmpty(); line = Head.line(source)) {
            String name = line.toLowerCase(Locale.ROOT);
            disposition = name.startsWith("content-disposition:") ? latinToUtf(line) : disposition;
            type = name.startsWith("content-type:") ? line.substring(13).strip() : type;
        }
        String field = first(FIELD, disposition).orElse("");
        Optional<String> fileName = first(FILE, disposition);
        if (fileName.isPresent()) {
            Path file = Files.createTempFile(folder, "upload", ".bin");
            try (OutputStream target = Files.newOutputStream(file)) {
                return new Part(field, fileName, type, new byte[0], Optional.of(file), copy(target, 0));
            }
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        long size = copy(value, 0);
        return new Part(field, fileName, type, value.toByteArray(), Optional.empty(), size);
    }

    /** Copies up to the delimiter; CR stands only at its start, so a failed match never hides the start of another. */
    private long copy(OutputStream target, int alreadyMatched) throws IOException {
        OutputStream buffered = new Unlocked.Output(target);
        int matched = alreadyMatched;
        long size = 0;
        while (matched < delimiter.length) {
            int next = source.read();
            if (next < 0) {
                throw new IOException("A multipart body without its end");
            }
            if (next == (delimiter[matched] & 0xff)) {
                matched++;
                continue;
            }
            for (int index = 0; index < matched; index++) {
                buffered.write(delimiter[index]);
            }
            size += matched;
            matched = next == '\r' ? 1 : 0;
            if (matched == 0) {
                buffered.write(next);
                size++;
            }
        }
        buffered.flush();
        return size;
    }

    private static String latinToUtf(String line) {
        return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
