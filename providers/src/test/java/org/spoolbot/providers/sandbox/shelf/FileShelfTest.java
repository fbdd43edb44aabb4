package org.spoolbot.providers.sandbox.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileShelfTest {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private final FileShelf shelf = new FileShelf(new ShelfLimits(3, 10, 25, Duration.ofHours(1)), () -> now);

    @Test
    void aFileThatFindsNoRoomLeavesNothingOnDisk() throws IOException {
        assertThat(put("a", 10)).isTrue();
        assertThat(put("b", 11)).as("one file").isFalse();
        assertThat(put("c", 10)).isTrue();
        assertThat(put("d", 6)).as("all files together").isFalse();
        assertThat(put("e", 1)).isTrue();
        assertThat(put("f", 1)).as("the number of files").isFalse();
        assertThat(shelf.newestFirst()).extracting(ShelvedFile::id).containsExactly("e", "c", "a");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a", "c", "e");
    }

    @Test
    void aFileMakesRoomWhenItsTimeIsUpOrItIsTakenAway() throws IOException {
        put("a", 10);
        now = now.plus(Duration.ofMinutes(30));
        put("b", 10);
        assertThat(shelf.remove("b")).isTrue();
        assertThat(shelf.remove("b")).isFalse();
        now = now.plus(Duration.ofMinutes(29));
        assertThat(shelf.find("a")).isPresent();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(shelf.find("a")).isEmpty();
        assertThat(folder.toFile().list()).isEmpty();
    }

    private boolean put(String id, int bytes) throws IOException {
        return shelf.put(id, id, "image/png", Files.write(folder.resolve(id), new byte[bytes])).isPresent();
    }
}
