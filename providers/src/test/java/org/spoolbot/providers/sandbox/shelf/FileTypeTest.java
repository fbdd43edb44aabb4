package org.spoolbot.providers.sandbox.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "89504e470d0a, image/png", "ffd8ffe0, image/jpeg", "474946383961, image/gif", "424d30303030, image/bmp",
        "49492a00, image/tiff", "4d4d002a, image/tiff", "524946463030303057454250565038, image/webp",
        "524946463030303057415645666d74, audio/wav", "49443303, audio/mpeg", "fffb9064, audio/mpeg",
        "303030306674797069736f6d, video/mp4", "303030306674797071742020, video/quicktime", "5249464630303030415649, none",
        "52494646, none", "68656c6c6f, none", "255044462d312e37, none", "ff, none", "'', none"
    })
    void aFileIsKnownByItsFirstBytes(String head, String type) throws IOException {
        assertThat(FileType.of(file(head)).orElse("none")).isEqualTo(type);
    }

    @TempDir
    Path folder;

    private Path file(String head) throws IOException {
        return Files.write(folder.resolve("any.png"), HexFormat.of().parseHex(head));
    }
}
