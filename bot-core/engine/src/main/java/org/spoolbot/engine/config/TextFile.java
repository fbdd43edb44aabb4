package org.spoolbot.engine.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file that an operator wrote. */
final class TextFile {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /**
     * Its text; empty if it is too large or not UTF-8, which is a fault.
     *
     * @param name as the operator knows it
     */
    static Optional<String> read(Path file, String name, Faults faults) throws IOException {
        byte[] bytes;
        try (InputStream content = Files.newInputStream(file)) {
            bytes = content.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            faults.add(new Place(name, 0), "the file is larger than 1 MiB", "settings are small; was it replaced by mistake?");
            return Optional.empty();
        }
        return decode(bytes, name, faults);
    }

    private static Optional<String> decode(byte[] bytes, String name, Faults faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
            faults.add(new Place(name, line), "a character here is not UTF-8", "save the file as UTF-8");
            return Optional.empty();
        }
        // Some editors begin every file with this mark.
        return Optional.of(text.toString().startsWith(BYTE_ORDER_MARK) ? text.toString().substring(1) : text.toString());
    }
}
