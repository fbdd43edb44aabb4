package org.spoolbot.engine.http;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the parts of forms lie until their handler returns.
 *
 * @param path of the folder
 */
record WorkFolder(Path path) {
    Path made() throws IOException {
        return Files.createDirectories(path);
    }

    /** Deletes what a process that was killed left behind. */
    void empty() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(made())) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
