package org.spoolbot.playground;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.spoolbot.api.media.Upload;

/**
 * A file that lies on this machine.
 *
 * @param name the name the browser gave
 * @param path where it lies
 * @param size its size
 * @param temporary whether it is removed when it was used
 */
record FileUpload(String name, Path path, long size, boolean temporary) implements Upload {
    @Override
    public OptionalLong declaredSize() {
        return OptionalLong.of(size);
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void discard() {
        if (!temporary) {
            return;
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
