package org.spoolbot.providers.sandbox.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells what a file is by its first bytes, whatever its name says. */
public final class FileType {

    private static final int HEAD = 16;

    private FileType() {}

    /**
     * Looks at a file.
     *
     * @param file the file
     * @return its media type, or nothing if it is no picture, clip or sound that anybody takes
     * @throws IOException if it cannot be read
     */
    public static Optional<String> of(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return of(new String(input.readNBytes(HEAD), StandardCharsets.ISO_8859_1));
        }
    }

    private static Optional<String> of(String head) {
        if (head.startsWith("RIFF") && head.length() >= 12) {
            return riff(head.substring(8, 12));
        }
        if (head.startsWith("ftyp", 4)) {
            return Optional.of(head.startsWith("qt", 8) ? "video/quicktime" : "video/mp4");
        }
        return picture(head).or(() -> sound(head));
    }

    private static Optional<String> riff(String form) {
        return switch (form) {
            case "WEBP" -> Optional.of("image/webp");
            case "WAVE" -> Optional.of("audio/wav");
            default -> Optional.empty();
        };
    }

    private static Optional<String> picture(String head) {
        if (head.startsWith("\u0089PNG")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("GIF8")) {
            return Optional.of("image/gif");
        }
        if (head.startsWith("BM")) {
            return Optional.of("image/bmp");
        }
        return head.startsWith("II*\0") || head.startsWith("MM\0*") ? Optional.of("image/tiff") : Optional.empty();
    }

    private static Optional<String> sound(String head) {
        boolean frame = head.length() > 1 && head.charAt(0) == 0xff && (head.charAt(1) & 0xe0) == 0xe0;
        return head.startsWith("ID3") || frame ? Optional.of("audio/mpeg") : Optional.empty();
    }
}
