package org.spoolbot.providers.sandbox.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Folders for as long as the process lives. */
public final class TemporaryFolder {
    private TemporaryFolder() {}

    /**
     * Makes one where {@code java.io.tmpdir} points now. The server may have moved that after the JVM began, which
     * {@link Files#createTempDirectory(String, java.nio.file.attribute.FileAttribute[])} would not notice.
     */
    public static Path make(String prefix) throws IOException {
        String parent = Objects.requireNonNullElse(System.getProperty("java.io.tmpdir"), ".");
        return Files.createTempDirectory(Path.of(parent), prefix);
    }
}
